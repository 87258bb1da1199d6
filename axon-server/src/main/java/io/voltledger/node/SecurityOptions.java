package io.voltledger.node;

import io.voltledger.node.access.AccessSettings;
import io.voltledger.node.tls.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that protect a node. Tokens come from files or the environment: a command line can be read by every user of the machine. */
final class SecurityOptions {

    static final String TOKEN = "VOLTLEDGER_NODE_TOKEN";
    static final String ADMIN_TOKEN = "VOLTLEDGER_NODE_ADMIN_TOKEN";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with an access token for all applications (or the environment's " + TOKEN + ")")
    private @Nullable Path tokenFile;

    @Option(
            names = "--admin-token-file",
            paramLabel = "FILE",
            description = "File with an access token for administrators (or the environment's " + ADMIN_TOKEN + ")")
    private @Nullable Path adminTokenFile;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "PEM file with the node's certificate and those above it: turns TLS on for gRPC and HTTP")
    private @Nullable Path certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "PEM file with its private key (PKCS #8, RSA or EC)")
    private @Nullable Path key;

    @Option(
            names = "--tls-client-ca",
            paramLabel = "FILE",
            description = "PEM file with the authorities of clients: every connection must show a certificate then")
    private @Nullable Path clientAuthorities;

    /** Throws {@link NodeStartException} with a text for people where something is missing or malformed. */
    NodeSecurity read(Map<String, String> environment) {
        try {
            var access = new AccessSettings(
                    token(tokenFile, environment.get(TOKEN)), token(adminTokenFile, environment.get(ADMIN_TOKEN)));
            return new NodeSecurity(access, tls());
        } catch (IllegalArgumentException e) {
            throw new NodeStartException(String.valueOf(e.getMessage()), e);
        }
    }

    private static @Nullable String token(@Nullable Path file, @Nullable String value) {
        if (file == null) {
            return value == null || value.isEmpty() ? null : value;
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new NodeStartException("The token file %s cannot be read: %s".formatted(file, e), e);
        }
    }

    private @Nullable TlsFiles tls() {
        if (certificate != null && key != null) {
            return new TlsFiles(certificate, key, clientAuthorities);
        }
        if (certificate != null || key != null || clientAuthorities != null) {
            throw new IllegalArgumentException("TLS needs both --tls-cert and --tls-key");
        }
        return null;
    }
}
