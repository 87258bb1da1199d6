package io.voltledger.node;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;

/** A client's connection through a {@link FaultProxy}, and the one to the node that belongs to it. */
final class Connection {

    private static final int PIECE = 4096;

    private final Socket client;
    private final Socket node;
    private volatile boolean swallowing;
    private volatile boolean cut;

    Connection(Socket client, Socket node) throws IOException {
        this.client = client;
        this.node = node;
        client.setTcpNoDelay(true);
        node.setTcpNoDelay(true);
    }

    /** Carries bytes one way until an end closes or the connection is cut. */
    void pump(FaultProxy.Way way, Gate gate) throws Gate.Exhausted {
        var from = way == FaultProxy.Way.TO_NODE ? client : node;
        var to = way == FaultProxy.Way.TO_NODE ? node : client;
        var piece = new byte[PIECE];
        try {
            for (var length = from.getInputStream().read(piece);
                    length >= 0 && !cut;
                    length = from.getInputStream().read(piece)) {
                if (!swallowing) {
                    gate.pass(piece, length, new Uncut(to));
                }
            }
            if (!swallowing) {
                to.shutdownOutput();
            }
        } catch (IOException ended) {
            if (!swallowing) {
                cut();
            }
        }
    }

    /** Writes nothing any more once the connection is cut, also when the bytes were held until then. */
    private final class Uncut extends FilterOutputStream {
        Uncut(Socket to) throws IOException {
            super(to.getOutputStream());
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (cut) {
                throw new IOException("The connection was cut");
            }
            out.write(bytes, from, length);
        }
    }

    void swallow() {
        swallowing = true;
    }

    boolean isSwallowing() {
        return swallowing;
    }

    void cut() {
        cut = true;
        reset(client);
        reset(node);
    }

    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (SocketException alreadyClosed) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
