package io.voltledger.ocpp.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.chargepoint.StationDay;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.chargepoint.StationLogEvent.StationMetered;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.SessionEvent.EnergyMetered;
import io.voltledger.api.session.SessionEvent.LateReadingKept;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.session.SessionEvent.StartLearned;
import io.voltledger.api.session.SessionEvent.StopRepeated;
import io.voltledger.ocpp.RunningGateway;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of a session, or of the station's log, beside what a script expects: {@code energy=1500 anomalies=CLOCK_SKEW}.
 * Only what the script names is compared; anomalies always are.
 */
record Outcome(Map<String, String> found, Map<String, String> expected) {

    private static final String ANOMALIES = "anomalies";
    private static final String NONE = "none";

    /** @param rest the transaction id, then what is expected */
    static Outcome ofSession(WriteSide writeSide, String station, String rest) {
        String[] words = rest.split(" ");
        List<Object> events = writeSide.events(station + ":" + words[0]);
        Map<String, String> found = new TreeMap<>();
        found.put("starts", Long.toString(count(events, SessionStarted.class)));
        found.put("stops", Long.toString(count(events, SessionStopped.class)));
        found.put("repeats", Long.toString(count(events, StopRepeated.class)));
        found.put("readings", Long.toString(count(events, EnergyMetered.class)));
        found.put("late", Long.toString(count(events, LateReadingKept.class)));
        events.forEach(event -> describe(event, found));
        return new Outcome(withAnomalies(found, events), expected(words));
    }

    /** @param rest how many readings outside sessions, then what is expected */
    static Outcome ofLog(WriteSide writeSide, String station, String rest) {
        String day = StationDay.of(new StationId(station), RunningGateway.NOW).toString();
        List<Object> events = writeSide.events(day);
        Map<String, String> found = new TreeMap<>();
        found.put("metered", Long.toString(count(events, StationMetered.class)));
        return new Outcome(withAnomalies(found, events), expected(("log " + rest).split(" ")));
    }

    void check() {
        Map<String, String> compared = new TreeMap<>(found);
        compared.keySet().retainAll(expected.keySet());
        assertThat(compared).as("of " + found).isEqualTo(expected);
    }

    private static void describe(Object event, Map<String, String> found) {
        switch (event) {
            case SessionStarted started -> {
                found.put(
                        "token",
                        started.token() == null ? NONE : started.token().value());
                found.put("authorization", started.authorization().status().name());
                found.put("orphan", Boolean.toString(started.orphan()));
                found.put("connector", Integer.toString(started.connector().value()));
                found.put("started", started.startedAt().toString());
            }
            case StartLearned learned -> {
                found.put(
                        "token",
                        learned.token() == null ? NONE : learned.token().value());
                found.put("authorization", learned.authorization().status().name());
                found.put("orphan", Boolean.toString(learned.orphan()));
                found.put("connector", Integer.toString(learned.connector().value()));
                found.put("started", learned.startedAt().toString());
            }
            case EnergyMetered metered ->
                found.put("energy", plain(metered.energy().wattHours()));
            case SessionStopped stopped -> {
                found.put("energy", plain(stopped.energy().wattHours()));
                found.put("reason", stopped.reason());
                found.put("review", joined(stopped.reviewReasons().stream()));
            }
            default -> {}
        }
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    private static Map<String, String> withAnomalies(Map<String, String> found, List<Object> events) {
        found.put(
                ANOMALIES,
                joined(events.stream()
                        .flatMap(Outcome::anomalies)
                        .map(anomaly -> anomaly.code().name())));
        return found;
    }

    private static Stream<Anomaly> anomalies(Object event) {
        return switch (event) {
            case SessionStarted started -> started.anomalies().stream();
            case EnergyMetered metered -> metered.anomalies().stream();
            case SessionStopped stopped -> stopped.anomalies().stream();
            case StartLearned learned -> learned.anomalies().stream();
            case StopRepeated repeated -> repeated.anomalies().stream();
            case LateReadingKept late -> late.anomalies().stream();
            case StationMetered metered -> metered.anomalies().stream();
            default -> Stream.empty();
        };
    }

    private static String joined(Stream<String> words) {
        String joined = words.distinct().sorted().collect(Collectors.joining(","));
        return joined.isEmpty() ? NONE : joined;
    }

    private static long count(List<Object> events, Class<?> type) {
        return events.stream().filter(type::isInstance).count();
    }

    private static Map<String, String> expected(String... words) {
        Map<String, String> expected = new TreeMap<>(Map.of(ANOMALIES, NONE));
        Arrays.stream(words).skip(1).map(word -> word.split("=", 2)).forEach(pair -> expected.put(pair[0], pair[1]));
        return expected;
    }
}
