package io.voltledger.ocpp.v201;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A 2.0.1 station that a published client library speaks for, in a process of its own; {@code station.js} tells how. */
final class LibraryStation implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Writer orders;
    private final BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();

    private LibraryStation(Process process) {
        this.process = process;
        this.orders = process.outputWriter();
        Thread.ofVirtual().start(this::listen);
    }

    /** Skips the test where the system property {@code ocpp.rpc} names no folder with the library. */
    static LibraryStation connect(URI endpoint, String id) {
        String folder = System.getProperty("ocpp.rpc", "");
        assumeFalse(folder.isEmpty(), "The system property ocpp.rpc names no folder with the npm package ocpp-rpc");
        ProcessBuilder builder = new ProcessBuilder("node", "src/test/node/station.js", endpoint.toString(), id)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("NODE_PATH", Path.of(folder, "node_modules").toString());
        try {
            LibraryStation station = new LibraryStation(builder.start());
            assertThat(station.next("connected").asText()).isEqualTo("ocpp2.0.1");
            return station;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                told.add(JSON.readTree(line));
            }
        } catch (IOException e) {
            told.add(JsonNodeFactory.instance.objectNode().put("violation", e.toString()));
        }
    }

    /** @return the payload of the central system's answer */
    JsonNode call(String action, String payload) {
        order("call", action, payload);
        return next("result");
    }

    /** From now on it answers an operation so. */
    void agree(String action, String answer) {
        order("agree", action, answer);
        next("agreed");
    }

    /** @return the payload of what the central system asks next, which is the operation */
    JsonNode asked(String action) {
        JsonNode message = message("asked");
        assertThat(message.path("asked").asText()).isEqualTo(action);
        return message.path("payload");
    }

    private void order(String kind, String action, String payload) {
        try {
            ObjectNode order = JSON.createObjectNode().put(kind, action);
            orders.write(order.set("payload", JSON.readTree(payload)) + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode next(String kind) {
        return message(kind).path(kind);
    }

    private JsonNode message(String kind) {
        try {
            JsonNode message = Objects.requireNonNull(told.poll(30, TimeUnit.SECONDS), "the station says nothing");
            assertThat(message.has(kind)).as(message.toString()).isTrue();
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
