package io.voltledger.api.session;

import io.voltledger.api.Energy;
import io.voltledger.api.Receipt;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.token.IdToken;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What a station reports of a session: facts, recorded and flagged, never refused. And the one thing that an operator may
 * do to it.
 */
public sealed interface SessionCommand {

    SessionId session();

    StationId station();

    /**
     * A charge began. Answers a {@link StartOutcome}; repeated, the same one.
     *
     * @param meterStart the register at start; absent where the station sent none that could be read
     * @param startedAt the station's clock, or the time of receipt
     * @param anomalies what the gateway found odd in the frame
     */
    record StartSession(
            @TargetAggregateIdentifier SessionId session,
            StationId station,
            ConnectorId connector,
            IdToken token,
            @Nullable Energy meterStart,
            Instant startedAt,
            List<Anomaly> anomalies,
            Receipt receipt)
            implements SessionCommand {}

    /** Readings within a session; an unknown session is opened as an orphan. */
    record RecordMeter(
            @TargetAggregateIdentifier SessionId session,
            StationId station,
            ConnectorId connector,
            List<MeterReading> readings,
            List<Anomaly> anomalies,
            Receipt receipt)
            implements SessionCommand {}

    /**
     * What the beginning of a session lacked: the start of an orphan that comes after what it began, or the token of a
     * driver who showed it when the charge went on already. What is known already stays. Answers the {@code Authorization}
     * of the token, or null where it names none.
     *
     * @param token absent where it is not known yet
     * @param meterStart the register at start; absent where it is not told
     * @param startedAt when it began; absent where only the token is told
     */
    record LearnStart(
            @TargetAggregateIdentifier SessionId session,
            StationId station,
            ConnectorId connector,
            @Nullable IdToken token,
            @Nullable Energy meterStart,
            @Nullable Instant startedAt,
            List<Anomaly> anomalies,
            Receipt receipt)
            implements SessionCommand {}

    /** The charging state changed at an instant. */
    record RecordChargingState(
            @TargetAggregateIdentifier SessionId session,
            StationId station,
            ChargingState state,
            Instant changedAt,
            Receipt receipt)
            implements SessionCommand {}

    /**
     * The charge ended; an unknown session is opened as an orphan and closed at once. Answers the
     * {@code Authorization} of the token that stopped it, or null where the stop named none.
     *
     * @param meterStop the register at stop; absent where the station sent none that could be read
     * @param reason OCPP's word, as it came; {@code Local} where absent
     * @param readings the transaction data that came with the stop
     */
    record StopSession(
            @TargetAggregateIdentifier SessionId session,
            StationId station,
            @Nullable IdToken token,
            @Nullable Energy meterStop,
            Instant stoppedAt,
            String reason,
            List<MeterReading> readings,
            List<Anomaly> anomalies,
            Receipt receipt)
            implements SessionCommand {}

    /**
     * An operator ends a session whose stop will not come. Refused with {@code not-found} where there is none; one that
     * has stopped stays as it is. What the station still says of it is kept beside it.
     *
     * @param reason in OCPP's words: {@code Other}
     */
    record CloseSession(@TargetAggregateIdentifier SessionId session, StationId station, String reason, Instant at)
            implements SessionCommand {}
}
