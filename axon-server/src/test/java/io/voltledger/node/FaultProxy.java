package io.voltledger.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * Stands between clients and a node, and spoils their connections: cuts them at once or in the middle of a message, holds or delays what goes one way,
 * or swallows everything while both ends believe that they are connected. It listens on one port for as long as it lives, whatever becomes of the node.
 */
final class FaultProxy implements AutoCloseable {

    /** Which way bytes go. */
    enum Way {
        TO_NODE,
        TO_CLIENT
    }

    private final ServerSocket listening;
    private final IntSupplier nodePort;
    private final Map<Way, Gate> gates = new EnumMap<>(Way.class);
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile boolean refusing;

    private FaultProxy(IntSupplier nodePort) throws IOException {
        this.nodePort = nodePort;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        for (var way : Way.values()) {
            gates.put(way, new Gate());
        }
        Thread.ofVirtual().start(this::accept);
    }

    static FaultProxy before(IntSupplier nodePort) {
        try {
            return new FaultProxy(nodePort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    /** How many connections were made so far. */
    int accepted() {
        return accepted.get();
    }

    /** How often connections were cut so far. */
    int cuts() {
        return cuts.get();
    }

    /** Bytes that have come through so far. */
    long passed(Way way) {
        return gate(way).passed();
    }

    /** Resets every connection; what is on its way is lost. */
    void cut() {
        cuts.incrementAndGet();
        connections.forEach(Connection::cut);
        gates.values().forEach(Gate::open);
    }

    /** Lets so many more bytes through and then cuts, wherever within a message that is. */
    void cutAfter(Way way, long bytes) {
        gate(way).allow(bytes);
    }

    /** Keeps what goes one way until it is released or cut. */
    void hold(Way way) {
        gate(way).hold();
    }

    /** Bytes of one write that wait to be released. */
    int held(Way way) {
        return gate(way).heldBytes();
    }

    void release(Way way) {
        gate(way).open();
    }

    /** Every piece that goes one way takes so long. */
    void delay(Way way, Duration time) {
        gate(way).delay(time);
    }

    /** What connections of now carry is lost from now on, without either end being told; new connections are sound. */
    void swallow() {
        connections.forEach(Connection::swallow);
    }

    /** Whether new connections are reset at once. */
    void refuse(boolean refuse) {
        refusing = refuse;
    }

    private Gate gate(Way way) {
        return Objects.requireNonNull(gates.get(way));
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var client = listening.accept();
                if (refusing) {
                    Connection.reset(client);
                } else {
                    connect(client);
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            var connection = new Connection(client, new Socket(InetAddress.getLoopbackAddress(), nodePort.getAsInt()));
            connections.add(connection);
            accepted.incrementAndGet();
            for (var way : Way.values()) {
                Thread.ofVirtual().start(() -> pump(connection, way));
            }
        } catch (IOException nodeIsDown) {
            Connection.reset(client);
        }
    }

    private void pump(Connection connection, Way way) {
        try {
            connection.pump(way, gate(way));
        } catch (Gate.Exhausted cut) {
            cut();
        } finally {
            if (!connection.isSwallowing()) {
                connections.remove(connection);
            }
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
