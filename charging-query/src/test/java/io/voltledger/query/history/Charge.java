package io.voltledger.query.history;

import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import io.voltledger.api.Receipt;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.PaymentMethodId;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.ChargingState;
import io.voltledger.api.session.MeterReading;
import io.voltledger.api.session.SampledValue;
import io.voltledger.api.session.SessionEvent.ChargingStateChanged;
import io.voltledger.api.session.SessionEvent.EnergyMetered;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.IdToken;
import io.voltledger.query.history.Town.Driver;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One session as its station tells it. */
public final class Charge {

    private static final long METER_START = 1_204_500;

    private final History history;
    private final SessionId session;
    private final ConnectorId connector;
    private final Driver driver;
    private final Instant startedAt;
    private long energy;

    public Charge(
            History history, StationId station, int transaction, int connector, Driver driver, Instant startedAt) {
        this.history = history;
        this.session = SessionId.of(station, Integer.toString(transaction));
        this.connector = new ConnectorId(connector);
        this.driver = driver;
        this.startedAt = startedAt;
    }

    /** A running one, of nobody in particular. */
    public static Charge of(History history, StationId station, int transaction, Instant startedAt) {
        Driver driver = new Driver(
                new MemberId("member-" + transaction),
                new IdToken("tag-" + transaction),
                new PaymentMethodId("card-" + transaction));
        return new Charge(history, station, transaction, 1, driver, startedAt).start();
    }

    public Charge start(Anomaly... anomalies) {
        add(
                startedAt,
                new SessionStarted(
                        session,
                        session.station(),
                        connector,
                        driver.token(),
                        authorization(),
                        Energy.wh(METER_START),
                        startedAt,
                        Town.tariff(),
                        false,
                        List.of(anomalies),
                        receipt(startedAt)));
        add(startedAt, new ChargingStateChanged(session, ChargingState.CHARGING, startedAt, receipt(startedAt)));
        return this;
    }

    /** A reading so long after the start. */
    public Charge meter(Duration after, long energyWh, int powerW) {
        energy = energyWh;
        Instant at = startedAt.plus(after);
        add(
                at,
                new EnergyMetered(
                        session,
                        List.of(new MeterReading(at, List.of(register(METER_START + energyWh), power(powerW)))),
                        Energy.wh(energyWh),
                        cost(),
                        BigDecimal.valueOf(powerW),
                        List.of(),
                        receipt(at)));
        return this;
    }

    public Charge stop(Duration after, String... reviewReasons) {
        Instant at = startedAt.plus(after);
        add(
                at,
                new SessionStopped(
                        session,
                        session.station(),
                        connector,
                        driver.token(),
                        authorization(),
                        Energy.wh(METER_START),
                        Energy.wh(METER_START + energy),
                        Energy.wh(energy),
                        startedAt,
                        at,
                        "Local",
                        Town.tariff(),
                        List.of(new ChargingPeriod(
                                startedAt, at, Energy.wh(energy), ChargingPeriod.Activity.CHARGING, null, null)),
                        List.of(),
                        List.of(),
                        List.of(reviewReasons),
                        receipt(at)));
        return this;
    }

    /** The bill of this session, so long after its start. */
    public Billing bill(Duration after) {
        return new Billing(history, session, driver, Energy.wh(energy), startedAt.plus(after));
    }

    public SessionId session() {
        return session;
    }

    private Money cost() {
        BigDecimal gross =
                Town.PRICE.multiply(BigDecimal.valueOf(energy)).movePointLeft(3).multiply(new BigDecimal("1.1"));
        return Money.of(gross.setScale(0, RoundingMode.HALF_UP).longValueExact(), "KRW");
    }

    private Authorization authorization() {
        return new Authorization(AuthorizationStatus.ACCEPTED, driver.member(), null, null);
    }

    private Receipt receipt(Instant at) {
        return history.receipt(at);
    }

    private void add(Instant at, Object event) {
        history.station(at, session.station().value(), event);
    }

    private static SampledValue register(long wattHours) {
        return new SampledValue(
                SampledValue.ENERGY_REGISTER, BigDecimal.valueOf(wattHours), "Wh", null, "Outlet", "Sample.Periodic");
    }

    private static SampledValue power(int watts) {
        return new SampledValue(SampledValue.POWER, BigDecimal.valueOf(watts), "W", null, "Outlet", "Sample.Periodic");
    }
}
