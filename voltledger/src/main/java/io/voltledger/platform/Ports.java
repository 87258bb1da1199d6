package io.voltledger.platform;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

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

    /** Fails with a {@link StartFailure} that names each taken port, what it is for and how to move it. */
    public void requireFree(Map<String, Integer> needed) {
        StringBuilder taken = new StringBuilder();
        needed.forEach((option, port) -> {
            if (!isFree(port)) {
                taken.append(System.lineSeparator())
                        .append("  port ")
                        .append(port)
                        .append(" is taken by another program: stop it, or choose another with ")
                        .append(option)
                        .append(" PORT");
            }
        });
        if (!taken.isEmpty()) {
            throw new StartFailure("VoltLedger cannot listen where it should:" + taken);
        }
    }

    /** The ports of the embedded services alone, by the option that moves each. */
    public Map<String, Integer> services() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("--kafka-port", kafka);
        ports.put("--db-port", database);
        ports.put("--provider-port", provider);
        ports.put("--mail-port", mail);
        return ports;
    }

    /** All ports, by the option that moves each. */
    public Map<String, Integer> all() {
        Map<String, Integer> ports = services();
        ports.put("--http-port", http);
        ports.put("--ocpp-port", ocpp);
        ports.put("--grpc-port", nodeGrpc);
        ports.put("--node-http-port", nodeHttp);
        return ports;
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
