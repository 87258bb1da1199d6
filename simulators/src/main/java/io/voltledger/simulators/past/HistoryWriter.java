package io.voltledger.simulators.past;

import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/**
 * Appends past sessions, some groups of them in each transaction, so that each event's position follows from its session's number. Groups are made side by side,
 * and a transaction is sent while the one before it is stored.
 */
final class HistoryWriter {

    private static final int EVENTS_A_GROUP = 800;
    private static final int GROUPS_A_TRANSACTION = 10;
    private static final int GROUPS_AHEAD = 2 * GROUPS_A_TRANSACTION;

    private final History history;
    private final List<EventPattern> pattern;
    private final Map<String, Long> sequences = new HashMap<>();

    HistoryWriter(History history, List<EventPattern> pattern) {
        this.history = history;
        this.pattern = List.copyOf(pattern);
    }

    /** How many sessions are written together: of different drivers, so that each driver's events stay in order. */
    long group(PastPlan plan) {
        return Math.clamp(EVENTS_A_GROUP / pattern.size(), 1, plan.drivers());
    }

    /** @param progress is told how many sessions are stored */
    void write(PastPlan plan, LongConsumer progress) throws InterruptedException, ExecutionException {
        long step = group(plan);
        Deque<Future<List<Event>>> made = new ArrayDeque<>();
        CompletableFuture<Confirmation> stored = CompletableFuture.completedFuture(Confirmation.getDefaultInstance());
        try (ExecutorService makers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            long planned = 0;
            long sent = 0;
            while (planned < plan.count() || !made.isEmpty()) {
                while (planned < plan.count() && made.size() < GROUPS_AHEAD) {
                    List<Sequenced> sessions = sequenced(plan, planned, Math.min(step, plan.count() - planned));
                    made.add(makers.submit(() -> events(sessions)));
                    planned += sessions.size();
                }
                AppendEventsTransaction transaction = history.events().startAppendEventsTransaction();
                long its = 0;
                for (int group = 0; group < GROUPS_A_TRANSACTION && !made.isEmpty(); group++) {
                    List<Event> events = made.remove().get();
                    events.forEach(transaction::appendEvent);
                    its += events.size() / pattern.size();
                }
                stored.get();
                progress.accept(sent);
                stored = transaction.commit();
                sent += its;
            }
            stored.get();
            progress.accept(sent);
        }
    }

    /** A session with the sequence number of each of its events. */
    private record Sequenced(PastSession session, List<Long> sequences) {}

    private List<Sequenced> sequenced(PastPlan plan, long from, long count) {
        List<Sequenced> sessions = new ArrayList<>();
        for (long number = plan.first() + from; number < plan.first() + from + count; number++) {
            PastSession session = plan.session(number);
            sessions.add(new Sequenced(
                    session,
                    pattern.stream().map(event -> sequence(event, session)).toList()));
        }
        return sessions;
    }

    private long sequence(EventPattern event, PastSession session) {
        if (!event.isOfSharedAggregate()) {
            return event.original().getAggregateSequenceNumber();
        }
        String aggregate = event.aggregate().in(session, new HashMap<>());
        long next = sequences.computeIfAbsent(aggregate, history::nextSequence);
        sequences.put(aggregate, next + 1);
        return next;
    }

    private List<Event> events(List<Sequenced> sessions) {
        List<List<Event>> made = new ArrayList<>();
        for (Sequenced each : sessions) {
            Map<Part, String> known = new HashMap<>();
            List<Event> its = new ArrayList<>();
            for (int i = 0; i < pattern.size(); i++) {
                its.add(pattern.get(i).in(each.session(), each.sequences().get(i), known));
            }
            made.add(its);
        }
        List<Event> events = new ArrayList<>(sessions.size() * pattern.size());
        for (int i = 0; i < pattern.size(); i++) {
            for (List<Event> its : made) {
                events.add(its.get(i));
            }
        }
        return events;
    }
}
