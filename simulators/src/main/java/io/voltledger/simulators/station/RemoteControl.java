package io.voltledger.simulators.station;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** How a station takes orders, and those that it took. */
final class RemoteControl {

    private final Map<String, Function<JsonNode, ObjectNode>> answers = new ConcurrentHashMap<>();
    private final BlockingQueue<RemoteStart> starts = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> stops = new LinkedBlockingQueue<>();

    void answering(String action, Function<JsonNode, ObjectNode> answer) {
        answers.put(action, answer);
    }

    Optional<ObjectNode> scripted(String action, JsonNode payload) {
        return Optional.ofNullable(answers.get(action)).map(answer -> answer.apply(payload));
    }

    void started(RemoteStart start) {
        starts.add(start);
    }

    void stopped(int transaction) {
        stops.add(transaction);
    }

    RemoteStart awaitStart(Duration atMost) {
        return next(starts, atMost, "RemoteStartTransaction");
    }

    int awaitStop(Duration atMost) {
        return next(stops, atMost, "RemoteStopTransaction");
    }

    boolean stopAsked(int transaction) {
        return stops.remove(transaction);
    }

    Optional<RemoteStart> pendingStart() {
        return Optional.ofNullable(starts.poll());
    }

    private static <T> T next(BlockingQueue<T> queue, Duration atMost, String what) {
        try {
            T next = queue.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                throw new IllegalStateException("No " + what + " within " + atMost);
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + what, e);
        }
    }
}
