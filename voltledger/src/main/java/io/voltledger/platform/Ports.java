package io.voltledger.platform;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The ports of the all-in-one, each with the option that moves it.
 *
 * @param http REST, console, health
 * @param ocpp where stations connect
 * @param nodeGrpc Axon Server's gRPC
 * @param nodeHttp Axon Server's HTTP
 * @param kafka the broker; its controller takes the next port
 * @param database MariaDB
 * @param provider the payment provider simulator
 * @param mail the SMTP sink
 */
public record Ports(int http, int ocpp, int nodeGrpc, int nodeHttp, int kafka, int database, int provider, int mail) {

    /** A port, and the option that moves it. */
    public record Need(String option, int port) {}

    /** Fails with a {@link StartFailure} that names each port that is taken, or wanted twice, and how to move it. */
    public void requireFree(List<Need> needed) {
        StringBuilder taken = new StringBuilder();
        Map<Integer, Need> first = new HashMap<>();
        for (Need need : needed) {
            Need other = first.putIfAbsent(need.port(), need);
            if (other != null) {
                taken.append("%n  port %d is wanted by %s and by %s: choose another for one of them"
                        .formatted(need.port(), other.option(), need.option()));
            } else if (!isFree(need.port())) {
                taken.append("%n  port %d is taken by another program: stop it, or choose another with %s PORT"
                        .formatted(need.port(), need.option()));
            }
        }
        if (!taken.isEmpty()) {
            throw new StartFailure("VoltLedger cannot listen where it should:" + taken);
        }
    }

    /** The ports of the embedded services alone. */
    public List<Need> services() {
        return List.of(
                new Need("--kafka-port", kafka),
                new Need("--kafka-port", kafka + 1),
                new Need("--db-port", database),
                new Need("--provider-port", provider),
                new Need("--mail-port", mail));
    }

    public List<Need> all() {
        return Stream.concat(
                        services().stream(),
                        Stream.of(
                                new Need("--http-port", http),
                                new Need("--ocpp-port", ocpp),
                                new Need("--grpc-port", nodeGrpc),
                                new Need("--node-http-port", nodeHttp)))
                .toList();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
