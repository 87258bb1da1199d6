package io.voltledger.node.transfer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.protobuf.InvalidProtocolBufferException;
import io.axoniq.axonserver.grpc.event.Event;
import io.voltledger.node.store.StoredContext;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;

/** Writes all events and snapshots of a context as lines of JSON: a header, the events, the snapshots, a footer with counts and a hash of it all. */
public final class ContextExport {

    static final String FORMAT = "voltledger-events";
    static final int VERSION = 1;
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** What was written. */
    public record Result(long events, long snapshots, String sha256) {}

    private final DigestOutputStream out;
    private long events;
    private long snapshots;

    private ContextExport(OutputStream out) {
        this.out = new DigestOutputStream(out, sha256());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Exports a context under its name; the stream should be buffered and stays open. */
    public static Result write(String context, StoredContext stored, OutputStream out) throws IOException {
        return new ContextExport(out).write(context, stored);
    }

    private Result write(String context, StoredContext stored) throws IOException {
        var created = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        line(Map.of("format", FORMAT, "version", VERSION, "context", context, "created", created));
        stored.events(this::event);
        stored.snapshots(this::snapshot);
        var sha256 = HexFormat.of().formatHex(out.getMessageDigest().digest());
        line(Map.of("end", Map.of("events", events, "snapshots", snapshots, "sha256", sha256)));
        out.flush();
        return new Result(events, snapshots, sha256);
    }

    private void event(byte[] bytes) throws IOException {
        var token = events++;
        line(Map.of("token", token, "event", EventJson.write(parse(bytes))));
    }

    private void snapshot(byte[] bytes) throws IOException {
        snapshots++;
        line(Map.of("snapshot", EventJson.write(parse(bytes))));
    }

    private static Event parse(byte[] bytes) throws InvalidProtocolBufferException {
        return Event.parseFrom(bytes);
    }

    private void line(Map<String, ?> value) throws IOException {
        out.write(MAPPER.writeValueAsBytes(new java.util.TreeMap<>(value)));
        out.write('\n');
    }
}
