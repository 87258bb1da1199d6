package io.voltledger.simulators.past;

import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.voltledger.simulators.past.Names.Prefixes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

/** Writes the past of a platform: its followers stand still, the store is filled, then the tables, then the followers go on behind it. */
final class Filling {

    private static final long REPORT = 100_000;
    private static final double NANOS = 1e9;
    private static final int BYTES_A_MEGABYTE = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final History history;
    private final ReadModels readModels;
    private final Followers followers;
    private final Set<String> without;
    private final Telling out;

    /** Tells people how far it is. */
    interface Telling {
        void say(String format, Object... values);
    }

    /** How many sessions, at how many stations, with how many tokens, and what these are called. */
    record Wanted(long sessions, int stations, int tokens, Prefixes prefixes) {}

    Filling(History history, ReadModels readModels, Followers followers, Set<String> without, Telling out) {
        this.history = history;
        this.readModels = readModels;
        this.followers = followers;
        this.without = Set.copyOf(without);
        this.out = out;
    }

    /**
     * @param charge the pattern
     * @param before position of the last event before it
     */
    void fill(PatternCharge charge, long before, Wanted wanted)
            throws SQLException, InterruptedException, ExecutionException {
        List<EventWithToken> recorded = charge.recorded(history, followers, before).stream()
                .filter(Filling::isOfAnAggregate)
                .toList();
        out.say("the pattern is %s, of %d events%n", charge.session(), recorded.size());
        List<Event> events = recorded.stream().map(EventWithToken::getEvent).toList();
        Names names = Names.of(charge, wanted.prefixes(), events);
        Rekeying rekeying = new Rekeying(names.parts(), charge.begin());
        List<EventPattern> pattern =
                events.stream().map(event -> EventPattern.of(event, rekeying)).toList();
        PastPlan plan = PastPlan.in(
                names.year(),
                history.nextSequence(seriesOf(pattern, names)) + 1,
                wanted.sessions(),
                wanted.stations(),
                wanted.tokens(),
                charge.begin());
        followers.pause();
        try {
            awaitFreeTokens();
            HistoryWriter writer = new HistoryWriter(history, pattern);
            Positions positions = new Positions(
                    recorded.stream().map(EventWithToken::getToken).toList(),
                    history.end() + 1,
                    plan,
                    writer.group(plan));
            write(writer, positions);
            Values values = new Values(rekeying, positions);
            writeTables(readModels.search().patterns(charge.session(), values, without), plan);
            readModels.moveTokens(history.end());
        } finally {
            followers.start();
        }
    }

    /** Others, notifications for one, nobody ever loads: they would only be a third of the history. */
    private static boolean isOfAnAggregate(EventWithToken event) {
        return !event.getEvent().getAggregateIdentifier().isEmpty();
    }

    /** The stream of the series in which past bills are numbered: number n is its nth event. */
    private static String seriesOf(List<EventPattern> pattern, Names names) {
        PastSession any = new PastSession(1, 0, 0, 0, 0);
        return pattern.stream()
                .filter(event -> event.original().getAggregateIdentifier().contains(names.series()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No event is of the series " + names.series()))
                .aggregate()
                .in(any, new HashMap<>());
    }

    private void write(HistoryWriter writer, Positions positions) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long[] next = {REPORT};
        PastPlan plan = positions.plan();
        writer.write(plan, stored -> {
            if (stored >= next[0] || stored == plan.count()) {
                next[0] += REPORT;
                out.say(
                        "%,d sessions stored, %,.0f events/s%n",
                        stored, stored * positions.pattern().size() * NANOS / (System.nanoTime() - start));
            }
        });
        if (history.end() != positions.end()) {
            throw new IllegalStateException(
                    "Others wrote events at the same time: positions of events in the read models "
                            + "would be wrong. The events are kept, and followed as usual");
        }
    }

    private void writeTables(List<TablePattern> tables, PastPlan plan) throws SQLException {
        long start = System.nanoTime();
        readModels.plan(plan);
        out.say("all sessions planned in the database, %.1f s%n", (System.nanoTime() - start) / NANOS);
        for (TablePattern table : tables) {
            long begin = System.nanoTime();
            long bytes = readModels.fill(table);
            out.say(
                    "%s: %,d rows a session, %,d MB, %.1f s%n",
                    table.table(), table.rows().size(), bytes / BYTES_A_MEGABYTE, (System.nanoTime() - begin) / NANOS);
        }
        readModels.unplan();
    }

    private void awaitFreeTokens() throws SQLException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!readModels.areTokensFree()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Processors of the platform do not pause");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
