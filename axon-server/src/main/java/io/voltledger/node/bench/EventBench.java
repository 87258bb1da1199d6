package io.voltledger.node.bench;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Appends and reads. Events are about 300 bytes; every client writes aggregates of its own, 100 events each. */
final class EventBench {

    private static final int PAYLOAD_BYTES = 190;
    private static final int AGGREGATE_SIZE = 100;

    private final List<AxonServerConnection> connections;
    private final Duration duration;
    private final byte[] payload = new byte[PAYLOAD_BYTES];

    EventBench(List<AxonServerConnection> connections, Duration duration) {
        this.connections = connections;
        this.duration = duration;
        new java.util.Random(1).nextBytes(payload);
    }

    private EventChannel channel(int client) {
        return connections.get(client % connections.size()).eventChannel();
    }

    void append(int clients, int batch) throws InterruptedException {
        append(clients, batch, duration)
                .print("append, %d event(s) a transaction, %d client(s)".formatted(batch, clients), batch);
    }

    void warmUp(Duration time) throws InterruptedException {
        append(32, 1, time);
    }

    private Latencies append(int clients, int batch, Duration time) throws InterruptedException {
        var writers = java.util.stream.IntStream.range(0, clients)
                .mapToObj(client -> new Writer())
                .toList();
        return new ClosedLoop(time)
                .run(
                        clients,
                        client ->
                                channel(client).appendEvents(writers.get(client).next(batch)));
    }

    void readAll() throws InterruptedException {
        var events = channel(0);
        var last = events.getLastToken().join();
        var start = System.nanoTime();
        var read = 0L;
        var limit = start + 4 * duration.toNanos();
        try (var stream = events.openStream(-1, 20_000, 5_000)) {
            while (read <= last && System.nanoTime() < limit && stream.nextIfAvailable(5, TimeUnit.SECONDS) != null) {
                read++;
            }
        }
        var rate = read * 1e9 / (System.nanoTime() - start);
        System.out.printf("%-44s %,12.0f%n", "read all, %,d events".formatted(read), rate);
    }

    void readAggregates(int clients, int size) throws InterruptedException {
        var ids = new String[200];
        for (var i = 0; i < ids.length; i++) {
            var writer = new Writer();
            ids[i] = writer.aggregate;
            channel(i).appendEvents(writer.next(size)).join();
        }
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var latencies = new ClosedLoop(duration).run(clients, client -> {
                var id = ids[java.util.concurrent.ThreadLocalRandom.current().nextInt(ids.length)];
                return CompletableFuture.runAsync(() -> read(channel(client), id, size), threads);
            });
            latencies.print("read an aggregate of %d events, %d clients".formatted(size, clients), 1);
        }
    }

    private static void read(EventChannel events, String aggregate, int size) {
        var found = events.openAggregateStream(aggregate).asStream().count();
        if (found != size) {
            throw new IllegalStateException("Aggregate " + aggregate + " has " + found + " events, not " + size);
        }
    }

    /** Appends at a steady rate and measures until each event arrives in a live stream. */
    void live(int rate) throws InterruptedException {
        arrivals(rate, List.of(channel(0))).print("append to arrival in a live stream", 1);
    }

    /** The same with a live stream on every connection. */
    void follow(int rate) throws InterruptedException {
        var followers =
                connections.stream().map(AxonServerConnection::eventChannel).toList();
        arrivals(rate, followers).print("append to arrival in %d live streams".formatted(followers.size()), 1);
    }

    private Latencies arrivals(int rate, List<EventChannel> followers) throws InterruptedException {
        var latencies = new Latencies();
        var count = (int) (rate * duration.toSeconds());
        var sent = new ConcurrentHashMap<String, Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = channel(1).getLastToken().join();
            var following = followers.stream()
                    .map(events -> CompletableFuture.runAsync(
                            () -> arrive(events.openStream(start, 1000), count, sent, latencies), threads))
                    .toList();
            publish(rate, count, sent);
            following.forEach(CompletableFuture::join);
        }
        latencies.finish(duration.toNanos(), 0);
        return latencies;
    }

    private static void arrive(EventStream stream, int count, Map<String, Long> sent, Latencies latencies) {
        try (stream) {
            for (var i = 0; i < count; i++) {
                var start = sent.get(stream.next().getEvent().getMessageIdentifier());
                if (start != null) {
                    latencies.add(System.nanoTime() - start);
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("The stream was not read to its end", e);
        }
    }

    private void publish(int rate, int count, Map<String, Long> sent) {
        var writer = new Writer();
        var next = System.nanoTime();
        for (var i = 0; i < count; i++) {
            LockSupport.parkNanos(next - System.nanoTime());
            next += 1_000_000_000L / rate;
            var event = writer.next(1)[0];
            sent.put(event.getMessageIdentifier(), System.nanoTime());
            channel(1).appendEvents(event).join();
        }
    }

    /** Writes one aggregate after another. */
    private final class Writer {
        private String aggregate = UUID.randomUUID().toString();
        private int sequence;

        Event[] next(int count) {
            if (sequence >= AGGREGATE_SIZE) {
                aggregate = UUID.randomUUID().toString();
                sequence = 0;
            }
            var events = new Event[count];
            for (var i = 0; i < count; i++) {
                events[i] = event();
            }
            return events;
        }

        private Event event() {
            return Event.newBuilder()
                    .setMessageIdentifier(UUID.randomUUID().toString())
                    .setAggregateIdentifier(aggregate)
                    .setAggregateSequenceNumber(sequence++)
                    .setAggregateType("Bench")
                    .setTimestamp(System.currentTimeMillis())
                    .setPayload(SerializedObject.newBuilder()
                            .setType("io.voltledger.Bench")
                            .setData(ByteString.copyFrom(payload)))
                    .build();
        }
    }
}
