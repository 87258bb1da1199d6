package io.voltledger.node;

import io.voltledger.node.access.AccessSettings;
import io.voltledger.node.tls.TlsFiles;
import org.jspecify.annotations.Nullable;

/**
 * Who may connect to a node, and whether connections are encrypted.
 *
 * @param access the fixed tokens; applications in the data directory come beside them
 * @param tls certificates for gRPC and HTTP alike; null for plain connections
 */
public record NodeSecurity(AccessSettings access, @Nullable TlsFiles tls) {

    /** Plain connections, and no tokens but those of applications in the data directory. */
    public static final NodeSecurity NONE = new NodeSecurity(AccessSettings.NONE, null);

    public NodeSecurity withAccess(AccessSettings settings) {
        return new NodeSecurity(settings, tls);
    }

    public NodeSecurity withTls(TlsFiles files) {
        return new NodeSecurity(access, files);
    }
}
