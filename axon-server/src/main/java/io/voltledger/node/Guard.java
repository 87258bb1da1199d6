package io.voltledger.node;

import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.voltledger.node.access.AccessControl;
import io.voltledger.node.access.AccessException;
import io.voltledger.node.access.GrpcAccess;
import io.voltledger.node.access.HttpAccess;
import io.voltledger.node.tls.Tls;
import io.voltledger.node.tls.TlsException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stands between the network and the node: access control and TLS. Off the loopback interface there is no node without access control. */
final class Guard implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Guard.class);

    private final AccessControl access;
    private final HttpAccess http;
    private final @Nullable Tls tls;

    private Guard(AccessControl access, @Nullable Tls tls) {
        this.access = access;
        http = new HttpAccess(access);
        this.tls = tls;
    }

    /** Throws {@link NodeStartException} where the node must not or cannot listen as it is told to. */
    static Guard open(NodeSettings settings) {
        try {
            var access = AccessControl.open(settings.data(), settings.security().access());
            var reachable = Stream.of(settings.host(), settings.httpHost())
                    .filter(host -> !isLoopback(host))
                    .findFirst();
            if (reachable.isPresent() && !access.isOn()) {
                throw new NodeStartException(
                        "The node does not listen on %s without access control: everybody who reaches it could read and write. Make an application (./run node application add) or set an access token first, or listen on %s"
                                .formatted(reachable.get(), NodeSettings.LOOPBACK),
                        null);
            }
            var files = settings.security().tls();
            if (reachable.isPresent() && files == null) {
                log.warn(
                        "The node listens on {} without TLS: tokens and events can be read on the way",
                        reachable.get());
            }
            return new Guard(access, files == null ? null : Tls.open(files));
        } catch (AccessException | TlsException e) {
            throw new NodeStartException(String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new NodeStartException("The node cannot listen on %s: there is no such host".formatted(host), e);
        }
    }

    /** Access control before every call. */
    GrpcAccess grpc() {
        return new GrpcAccess(access);
    }

    /** TLS below whatever the server has. */
    void encrypt(NettyServerBuilder server) {
        if (tls != null) {
            server.sslContext(tls.grpc());
        }
    }

    /** Access control before every HTTP request. */
    HttpAccess http() {
        return http;
    }

    AccessControl access() {
        return access;
    }

    @Nullable Tls tls() {
        return tls;
    }

    @Override
    public void close() {
        if (tls != null) {
            tls.close();
        }
    }
}
