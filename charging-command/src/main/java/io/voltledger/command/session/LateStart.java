package io.voltledger.command.session;

import io.voltledger.api.Energy;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.SessionCommand.LearnStart;
import io.voltledger.api.session.SessionEvent;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.session.SessionEvent.StartLearned;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.IdToken;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a session learns of its beginning after it began: it fills in what is unknown, and changes nothing that is known. */
final class LateStart {

    private LateStart() {}

    static List<SessionEvent> learned(
            LearnStart command, SessionStarted started, SessionFacts facts, Surroundings surroundings) {
        IdToken token = isUnnamed(started.token()) && !isUnnamed(command.token()) ? command.token() : null;
        Instant startedAt = started.orphan() ? command.startedAt() : null;
        if (token == null && startedAt == null) {
            return List.of();
        }
        Authorization authorization = token == null
                ? started.authorization()
                : surroundings.authorize(token, command.receipt().receivedAt());
        Energy meterStart =
                startedAt == null || command.meterStart() == null ? started.meterStart() : command.meterStart();
        return List.of(new StartLearned(
                command.session(),
                startedAt == null ? started.connector() : command.connector(),
                token == null ? started.token() : token,
                authorization,
                meterStart,
                startedAt == null ? started.startedAt() : startedAt,
                started.orphan() && startedAt == null,
                startedAt == null
                        ? null
                        : facts.energySince(meterStart, startedAt).orElse(null),
                anomalies(command, token, authorization),
                command.receipt()));
    }

    /** What the session is as if it had begun so. */
    static SessionStarted begun(SessionStarted before, StartLearned learned) {
        return new SessionStarted(
                before.session(),
                before.station(),
                learned.connector(),
                learned.token(),
                learned.authorization(),
                learned.meterStart(),
                learned.startedAt(),
                before.tariff(),
                learned.orphan(),
                before.anomalies(),
                before.receipt());
    }

    private static boolean isUnnamed(@Nullable IdToken token) {
        return token == null || token.equals(IdToken.UNNAMED);
    }

    private static List<Anomaly> anomalies(LearnStart command, @Nullable IdToken token, Authorization authorization) {
        if (token == null || authorization.status() == AuthorizationStatus.ACCEPTED) {
            return command.anomalies();
        }
        return SessionDecider.with(
                command.anomalies(),
                new Anomaly(
                        Anomaly.Code.TOKEN_NOT_ACCEPTED, "token " + token.value() + " is " + authorization.status()));
    }
}
