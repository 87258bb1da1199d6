package io.voltledger.node;

import io.voltledger.node.store.SyncMode;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How a node runs.
 *
 * @param host address that gRPC listens on
 * @param grpcPort port for gRPC, 0 for any free one
 * @param httpHost address that HTTP listens on
 * @param httpPort port for HTTP, 0 for any free one
 * @param data directory of the store; made if it is missing, and used by one node at a time
 * @param sync when appends reach the disk
 * @param heartbeatTimeout silence after which an application that answers heartbeats is dropped
 * @param diskReserve bytes that must stay free on the disk; with less, appends are refused
 * @param security who may connect, and whether connections are encrypted
 */
public record NodeSettings(
        String host,
        int grpcPort,
        String httpHost,
        int httpPort,
        Path data,
        SyncMode sync,
        Duration heartbeatTimeout,
        long diskReserve,
        NodeSecurity security) {

    public static final String LOOPBACK = "127.0.0.1";
    public static final int GRPC_PORT = 8124;
    public static final int HTTP_PORT = 8024;

    public NodeSettings {
        if (grpcPort < 0 || grpcPort > 65535 || httpPort < 0 || httpPort > 65535) {
            throw new IllegalArgumentException("Ports are 0 to 65535, not " + grpcPort + " and " + httpPort);
        }
        if (heartbeatTimeout.isNegative() || heartbeatTimeout.isZero()) {
            throw new IllegalArgumentException("The heartbeat timeout must be positive, not " + heartbeatTimeout);
        }
    }

    /** The default settings: Axon Server's own ports on loopback, every commit synced. */
    public static NodeSettings in(Path data) {
        return new NodeSettings(
                LOOPBACK,
                GRPC_PORT,
                LOOPBACK,
                HTTP_PORT,
                data,
                SyncMode.EVERY_COMMIT,
                Duration.ofSeconds(5),
                256L << 20,
                NodeSecurity.NONE);
    }

    public NodeSettings withPorts(int grpc, int http) {
        return new NodeSettings(host, grpc, httpHost, http, data, sync, heartbeatTimeout, diskReserve, security);
    }

    /** Both gRPC and HTTP on this address. */
    public NodeSettings withHost(String address) {
        return new NodeSettings(
                address, grpcPort, address, httpPort, data, sync, heartbeatTimeout, diskReserve, security);
    }

    public NodeSettings withSync(SyncMode mode) {
        return new NodeSettings(
                host, grpcPort, httpHost, httpPort, data, mode, heartbeatTimeout, diskReserve, security);
    }

    /** With these tokens and certificates. Without access control the node refuses to listen off the loopback interface. */
    public NodeSettings withSecurity(NodeSecurity how) {
        return new NodeSettings(host, grpcPort, httpHost, httpPort, data, sync, heartbeatTimeout, diskReserve, how);
    }

    /** With connections dropped whose applications have been silent for so long. */
    public NodeSettings withHeartbeatTimeout(Duration timeout) {
        return new NodeSettings(host, grpcPort, httpHost, httpPort, data, sync, timeout, diskReserve, security);
    }

    /** With this many bytes kept free on the disk. */
    public NodeSettings withDiskReserve(long bytes) {
        return new NodeSettings(host, grpcPort, httpHost, httpPort, data, sync, heartbeatTimeout, bytes, security);
    }
}
