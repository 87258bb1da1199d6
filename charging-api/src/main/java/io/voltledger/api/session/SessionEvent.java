package io.voltledger.api.session;

import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import io.voltledger.api.Receipt;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.pricing.TariffChoice;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.IdToken;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What happened in a session. */
public sealed interface SessionEvent {

    SessionId session();

    /**
     * A session exists.
     *
     * @param token absent for an orphan
     * @param meterStart the register at start; absent where it is unknown
     * @param tariff what the session costs whatever is published later; absent where the station has none
     * @param orphan true where the platform learned of it by a reading or a stop only
     * @param tariffChoice why it is this tariff; absent without one, and in what was written before reasons were kept
     */
    @Revision("2")
    record SessionStarted(
            SessionId session,
            StationId station,
            ConnectorId connector,
            @Nullable IdToken token,
            Authorization authorization,
            @Nullable Energy meterStart,
            Instant startedAt,
            @Nullable FrozenTariff tariff,
            boolean orphan,
            List<Anomaly> anomalies,
            Receipt receipt,
            @Nullable TariffChoice tariffChoice)
            implements SessionEvent {

        /** As it was before reasons were kept. */
        public SessionStarted(
                SessionId session,
                StationId station,
                ConnectorId connector,
                @Nullable IdToken token,
                Authorization authorization,
                @Nullable Energy meterStart,
                Instant startedAt,
                @Nullable FrozenTariff tariff,
                boolean orphan,
                List<Anomaly> anomalies,
                Receipt receipt) {
            this(
                    session,
                    station,
                    connector,
                    token,
                    authorization,
                    meterStart,
                    startedAt,
                    tariff,
                    orphan,
                    anomalies,
                    receipt,
                    null);
        }
    }

    /**
     * What the beginning of the session lacked is known now: an orphan's start came late, or the driver showed the token
     * when the charge went on already. It takes the place of what {@link SessionStarted} said.
     *
     * @param token absent where it is still unknown
     * @param orphan true where only the token was learnt, of a start that never came
     * @param energy drawn in the session by what is known now, whether it stopped or not; absent where that did not change
     */
    @Revision("1")
    record StartLearned(
            SessionId session,
            ConnectorId connector,
            @Nullable IdToken token,
            Authorization authorization,
            @Nullable Energy meterStart,
            Instant startedAt,
            boolean orphan,
            @Nullable Energy energy,
            List<Anomaly> anomalies,
            Receipt receipt)
            implements SessionEvent {}

    /**
     * One MeterValues frame.
     *
     * @param energy drawn in the session so far, never less than before
     * @param cost so far with tax, before any minimum; absent without a tariff
     * @param power the last power read, in W
     */
    @Revision("1")
    record EnergyMetered(
            SessionId session,
            List<MeterReading> readings,
            Energy energy,
            @Nullable Money cost,
            @Nullable BigDecimal power,
            List<Anomaly> anomalies,
            Receipt receipt)
            implements SessionEvent {}

    @Revision("1")
    record ChargingStateChanged(SessionId session, ChargingState state, Instant changedAt, Receipt receipt)
            implements SessionEvent {}

    /**
     * The session ended; all that its bill needs stands here.
     *
     * @param token the token that started it
     * @param energy drawn in the session
     * @param periods what was consumed when, in order, without gap or overlap
     * @param reviewReasons why a person must look before it is billed; empty where nothing is in doubt
     */
    @Revision("2")
    record SessionStopped(
            SessionId session,
            StationId station,
            ConnectorId connector,
            @Nullable IdToken token,
            Authorization authorization,
            @Nullable Energy meterStart,
            @Nullable Energy meterStop,
            Energy energy,
            Instant startedAt,
            Instant stoppedAt,
            String reason,
            @Nullable FrozenTariff tariff,
            List<ChargingPeriod> periods,
            List<MeterReading> readings,
            List<Anomaly> anomalies,
            List<String> reviewReasons,
            Receipt receipt)
            implements SessionEvent {}

    /** A further stop that said something else; the first one counts. An identical one leaves no event. */
    @Revision("1")
    record StopRepeated(
            SessionId session,
            @Nullable Energy meterStop,
            Instant stoppedAt,
            String reason,
            List<MeterReading> readings,
            List<Anomaly> anomalies,
            Receipt receipt)
            implements SessionEvent {}

    /** Readings that came after the stop: kept, and counted in no bill. */
    @Revision("1")
    record LateReadingKept(SessionId session, List<MeterReading> readings, List<Anomaly> anomalies, Receipt receipt)
            implements SessionEvent {}
}
