package io.voltledger.command.session;

import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.SessionCommand.StopSession;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.token.AuthorizationStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Why a person must look at a session before it is billed. */
final class Doubts {

    /** Nobody charges for longer: a clock was wrong at one end. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private Doubts() {}

    static List<String> of(SessionStarted started, StopSession stop, Register register) {
        Instant stoppedAt = stop.stoppedAt();
        List<String> doubts = new ArrayList<>();
        add(doubts, started.orphan(), "orphan");
        add(
                doubts,
                !started.orphan() && started.authorization().status() != AuthorizationStatus.ACCEPTED,
                "token-not-accepted");
        add(doubts, started.meterStart() == null, "meter-start-missing");
        add(doubts, !register.read(), "register-missing");
        add(doubts, register.before() != null, "register-went-back");
        add(doubts, register.doubted(), "implausible-jump");
        add(doubts, stoppedAt.isBefore(started.startedAt()), "stop-before-start");
        add(doubts, Duration.between(started.startedAt(), stoppedAt).compareTo(LONGEST) > 0, "implausible-duration");
        add(
                doubts,
                stop.anomalies().stream().anyMatch(anomaly -> anomaly.code() == Anomaly.Code.CLOSED_BY_OPERATOR),
                "closed-by-operator");
        return doubts;
    }

    private static void add(List<String> doubts, boolean doubted, String reason) {
        if (doubted) {
            doubts.add(reason);
        }
    }
}
