package io.voltledger.saga.integration;

import static io.voltledger.api.integration.Envelope.SESSION_TOPIC;
import static io.voltledger.api.integration.Envelope.TRANSACTION_TOPIC;

import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionEvent;
import io.voltledger.api.session.SessionEvent.EnergyMetered;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sessions: started, metered, stopped. */
final class SessionEnvelopes {

    private SessionEnvelopes() {}

    static List<Outgoing> of(SessionEvent event, Envelopes envelopes) {
        String key = event.session().value();
        return switch (event) {
            case SessionStarted started ->
                envelopes.make(
                        "charging.session.started",
                        key,
                        started.authorization().member(),
                        Facts.ofSession(started.session())
                                .with("connectorId", started.connector().value())
                                .with("memberUuid", id(started.authorization().member()))
                                .with("meterStart", started.meterStart())
                                .with("startedAt", started.startedAt())
                                .with("orphan", started.orphan()),
                        SESSION_TOPIC);
            case EnergyMetered metered ->
                envelopes.make(
                        "charging.session.metered",
                        key,
                        null,
                        Facts.ofSession(metered.session())
                                .with("totalEnergy", metered.energy())
                                .with("totalFee", metered.cost())
                                .with("power", metered.power()),
                        SESSION_TOPIC);
            case SessionStopped stopped ->
                envelopes.make(
                        "charging.session.stopped",
                        key,
                        stopped.authorization().member(),
                        Facts.ofSession(stopped.session())
                                .with("connectorId", stopped.connector().value())
                                .with("memberUuid", id(stopped.authorization().member()))
                                .with("totalEnergy", stopped.energy())
                                .with("meterStart", stopped.meterStart())
                                .with("meterStop", stopped.meterStop())
                                .with("startedAt", stopped.startedAt())
                                .with("stoppedAt", stopped.stoppedAt())
                                .with("reason", stopped.reason()),
                        SESSION_TOPIC,
                        TRANSACTION_TOPIC);
            case SessionEvent.StartLearned learned -> List.of();
            case SessionEvent.ChargingStateChanged changed -> List.of();
            case SessionEvent.StopRepeated repeated -> List.of();
            case SessionEvent.LateReadingKept late -> List.of();
        };
    }

    private static @Nullable String id(@Nullable MemberId member) {
        return member == null ? null : member.value();
    }
}
