package io.voltledger.command.session;

import io.voltledger.api.Energy;
import io.voltledger.api.Receipt;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.pricing.TariffChoice;
import io.voltledger.api.session.ChargingState;
import io.voltledger.api.session.MeterReading;
import io.voltledger.api.session.SampledValue;
import io.voltledger.api.session.SessionCommand.RecordChargingState;
import io.voltledger.api.session.SessionCommand.RecordMeter;
import io.voltledger.api.session.SessionCommand.StartSession;
import io.voltledger.api.session.SessionCommand.StopSession;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.IdToken;
import io.voltledger.command.pricing.ChosenTariff;
import io.voltledger.command.pricing.Situation;
import io.voltledger.command.tariff.TariffSamples;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a station says of a session that starts at {@link #START} with 1000 Wh on its register. */
final class SessionSamples {

    static final Instant START = Instant.parse("2026-11-21T01:00:00Z");
    static final StationId STATION = new StationId("CP-1");
    static final SessionId SESSION = new SessionId("CP-1:42");
    static final IdToken TOKEN = new IdToken("04AB12");
    static final Authorization ACCEPTED =
            new Authorization(AuthorizationStatus.ACCEPTED, new MemberId("M1"), null, null);
    static final TariffChoice CHOICE = new TariffChoice(TariffChoice.Reason.STATION, null, "tariff of station CP-1");

    static final FrozenTariff TARIFF = new FrozenTariff(
            new TariffId("standard"),
            3,
            TariffSamples.eur(TariffSamples.element(TariffSamples.energy("0.25", "10", 1))));

    private SessionSamples() {}

    static Surroundings surroundings(Authorization authorization) {
        return surroundings(token -> authorization);
    }

    static Surroundings surroundings(Authorization authorization, FrozenTariff tariff) {
        return surroundings((token, at) -> authorization, false, tariff);
    }

    static Surroundings surroundings(Function<IdToken, Authorization> authorizations) {
        return surroundings((token, at) -> authorizations.apply(token), false);
    }

    /** @param elsewhere whether every token charges at another connector */
    static Surroundings surroundings(BiFunction<IdToken, Instant, Authorization> authorizations, boolean elsewhere) {
        return surroundings(authorizations, elsewhere, TARIFF);
    }

    private static Surroundings surroundings(
            BiFunction<IdToken, Instant, Authorization> authorizations, boolean elsewhere, FrozenTariff tariff) {
        return new Surroundings() {
            @Override
            public Authorization authorize(IdToken token, Instant at) {
                return authorizations.apply(token, at);
            }

            @Override
            public boolean chargesElsewhere(StartSession start) {
                return elsewhere;
            }

            @Override
            public void began(SessionStarted session) {}

            @Override
            public void ended(SessionStarted session, Instant at) {}

            @Override
            public Optional<ChosenTariff> tariffFor(Situation situation) {
                return Optional.of(new ChosenTariff(tariff, CHOICE));
            }
        };
    }

    static Instant minute(long minute) {
        return START.plusSeconds(60 * minute);
    }

    static Receipt receipt(Instant at) {
        return new Receipt("m-" + at, at);
    }

    static StartSession start() {
        return start(Energy.wh(1_000));
    }

    static StartSession start(@Nullable Energy meterStart) {
        return new StartSession(
                SESSION, STATION, new ConnectorId(1), TOKEN, meterStart, START, List.of(), receipt(START));
    }

    static RecordMeter meter(MeterReading... readings) {
        Instant last = readings[readings.length - 1].sampledAt();
        return new RecordMeter(SESSION, STATION, new ConnectorId(1), List.of(readings), List.of(), receipt(last));
    }

    static MeterReading register(long minute, long wattHours) {
        return new MeterReading(minute(minute), List.of(value(SampledValue.ENERGY_REGISTER, wattHours, "Wh", null)));
    }

    static MeterReading power(long minute, long watts) {
        return new MeterReading(minute(minute), List.of(value(SampledValue.POWER, watts, "W", null)));
    }

    static MeterReading phases(long minute, long... wattHours) {
        String[] names = {"L1", "L2", "L3"};
        return new MeterReading(
                minute(minute),
                Arrays.stream(names)
                        .map(name -> value(
                                SampledValue.ENERGY_REGISTER,
                                wattHours[Arrays.asList(names).indexOf(name)],
                                "Wh",
                                name))
                        .toList());
    }

    private static SampledValue value(String measurand, long value, String unit, @Nullable String phase) {
        return new SampledValue(measurand, BigDecimal.valueOf(value), unit, phase, null, null);
    }

    static RecordChargingState state(long minute, ChargingState state) {
        return new RecordChargingState(SESSION, STATION, state, minute(minute), receipt(minute(minute)));
    }

    static StopSession stop(long minute, @Nullable Energy meterStop, MeterReading... readings) {
        return new StopSession(
                SESSION,
                STATION,
                null,
                meterStop,
                minute(minute),
                "Local",
                List.of(readings),
                List.of(),
                receipt(minute(Math.max(minute, 0))));
    }
}
