package io.voltledger.node.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.node.store.EventRecord;
import io.voltledger.node.store.EventStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Reads an export into an empty store. Every line is checked, and at the end counts and hash; whatever is not right is a {@link TransferException} that
 * names the line, and the store is to be thrown away then.
 */
public final class ContextImport {

    private static final int BATCH = 500;
    private static final int BATCH_BYTES = 8 << 20;
    private static final int IN_FLIGHT = 8;

    private final BufferedReader lines;
    private final EventStore store;
    private final MessageDigest digest = ContextExport.sha256();
    private final List<EventRecord> batch = new ArrayList<>();
    private final Queue<CompletableFuture<?>> inFlight = new ArrayDeque<>();
    private int batchBytes;
    private long line;
    private long events;
    private long snapshots;

    private ContextImport(InputStream in, EventStore store) {
        lines = new BufferedReader(new InputStreamReader(in, UTF_8), 1 << 16);
        this.store = store;
    }

    public static ContextExport.Result read(InputStream in, EventStore store) throws IOException {
        var reading = new ContextImport(in, store);
        try {
            return reading.read();
        } catch (TransferException | CompletionException e) {
            var cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
            throw new TransferException("Line %d: %s".formatted(reading.line, cause.getMessage()), e);
        }
    }

    private ContextExport.Result read() throws IOException {
        checkHeader(next());
        for (var json = next(); ; json = next()) {
            if (json.has("end")) {
                return finish(json.path("end"));
            }
            see(json);
        }
    }

    private static void checkHeader(JsonNode header) {
        var version = header.path("version").asInt();
        if (!header.path("format").asText().equals(ContextExport.FORMAT)) {
            throw new TransferException("This is no export: its first line has no \"format\" " + ContextExport.FORMAT);
        }
        if (version != ContextExport.VERSION) {
            throw new TransferException(
                    "The export has version %d; this node reads version %d".formatted(version, ContextExport.VERSION));
        }
    }

    /** The next line; the hash is of all lines before the last. */
    private JsonNode next() throws IOException {
        var text = lines.readLine();
        if (text == null) {
            throw new TransferException("The export is cut short: it has no last line with counts and hash");
        }
        line++;
        try {
            var json = ContextExport.MAPPER.readTree(text);
            if (!json.has("end")) {
                digest.update(text.getBytes(UTF_8));
                digest.update((byte) '\n');
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new TransferException("This is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private void see(JsonNode json) {
        if (json.has("event") && snapshots == 0 && json.path("token").asLong(-1) == events) {
            events++;
            gather(EventRecord.of(EventJson.read(json.path("event"), false)));
        } else if (json.has("snapshot")) {
            flush();
            snapshots++;
            submit(store.appendSnapshot(EventRecord.of(EventJson.read(json.path("snapshot"), false))));
        } else {
            throw new TransferException("Event %d or a snapshot is due here".formatted(events));
        }
    }

    private void gather(EventRecord event) {
        batch.add(event);
        batchBytes += event.bytes().length;
        if (batch.size() == BATCH || batchBytes >= BATCH_BYTES) {
            flush();
        }
    }

    private void flush() {
        if (!batch.isEmpty()) {
            submit(store.append(List.copyOf(batch)));
            batch.clear();
            batchBytes = 0;
        }
    }

    private void submit(CompletableFuture<?> write) {
        inFlight.add(write);
        if (inFlight.size() > IN_FLIGHT) {
            inFlight.remove().join();
        }
    }

    private ContextExport.Result finish(JsonNode end) throws IOException {
        flush();
        inFlight.forEach(CompletableFuture::join);
        var sha256 = HexFormat.of().formatHex(digest.digest());
        if (end.path("events").asLong(-1) != events || end.path("snapshots").asLong(-1) != snapshots) {
            throw new TransferException("There are %d events and %d snapshots, and %s and %s were exported"
                    .formatted(events, snapshots, end.path("events"), end.path("snapshots")));
        }
        if (!end.path("sha256").asText().equals(sha256)) {
            throw new TransferException("The export was changed: its hash is %s and not %s"
                    .formatted(sha256, end.path("sha256").asText()));
        }
        if (lines.readLine() != null) {
            throw new TransferException("Something follows the last line");
        }
        return new ContextExport.Result(events, snapshots, sha256);
    }
}
