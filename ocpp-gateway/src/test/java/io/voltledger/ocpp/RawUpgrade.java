package io.voltledger.ocpp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A TCP connection that sends the head of an HTTP request byte by byte as a test wants it, and then nothing. */
final class RawUpgrade implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int DRIP_MILLIS = 20;
    private static final byte CLOSE = (byte) 0x88;

    private final Socket socket;
    private @Nullable List<String> head;

    private RawUpgrade(int port) {
        try {
            socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RawUpgrade request(int port, String path, String... headers) {
        RawUpgrade upgrade = new RawUpgrade(port);
        StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\n")
                .append("Host: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n")
                .append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        upgrade.write(request + "\r\n");
        return upgrade;
    }

    static RawUpgrade plainGet(int port, String path) {
        RawUpgrade get = new RawUpgrade(port);
        get.write("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        return get;
    }

    static RawUpgrade connectOnly(int port) {
        return new RawUpgrade(port);
    }

    int status() {
        return Integer.parseInt(head().getFirst().split(" ")[1]);
    }

    @Nullable String header(String name) {
        return head().stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(null);
    }

    boolean isClosedByPeer() {
        try {
            while (socket.getInputStream().read() >= 0) {
                continue;
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    boolean isSilentFor(int millis) {
        try {
            socket.setSoTimeout(millis);
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            patient();
        }
    }

    /** Bytes of the frames of a WebSocket, as they are. */
    void send(byte... bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says something again and again until the gateway ends the connection, and answers its close code. */
    int closeCodeWhile(Runnable drip) {
        try {
            socket.setSoTimeout(DRIP_MILLIS);
            for (int i = 0; i < PATIENCE_MILLIS / DRIP_MILLIS; i++) {
                try {
                    byte[] head = socket.getInputStream().readNBytes(2);
                    byte[] payload = socket.getInputStream().readNBytes(head[1]);
                    if (head[0] == CLOSE) {
                        return (payload[0] & 0xff) << 8 | payload[1] & 0xff;
                    }
                } catch (SocketTimeoutException stillOpen) {
                    drip.run();
                }
            }
            throw new AssertionError("The gateway does not close");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            patient();
        }
    }

    private void patient() {
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> head() {
        List<String> read = head;
        if (read == null) {
            read = readHead();
            head = read;
        }
        return read;
    }

    private List<String> readHead() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    throw new AssertionError("The peer closed after: " + bytes);
                }
                bytes.write(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(bytes.toString(StandardCharsets.ISO_8859_1).split("\r\n"));
    }

    private void write(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
