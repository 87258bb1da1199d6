package io.voltledger.query.smartcharging;

import static io.voltledger.api.chargepoint.ChargingProfile.Purpose.STATION_MAX;
import static io.voltledger.api.chargepoint.ChargingProfile.Purpose.TX;
import static io.voltledger.api.chargepoint.ChargingProfile.Purpose.TX_DEFAULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.chargepoint.ChargingProfile.Recurrency;
import io.voltledger.api.chargepoint.ChargingProfile.Unit;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StoredChargingProfileView;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CompositeScheduleTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Charge CHARGE = new Charge(new ConnectorId(1), "7", NOW);
    private static final Duration DAY = Duration.ofDays(1);

    /** OCPP 1.6, section 7.8: full power at night, 6 kW from 8:00 to 20:00. */
    @Test
    void followsTheSpecificationsDailyExample() {
        StoredChargingProfileView daily = Profiles.of(TX_DEFAULT, 0, 0)
                .every(Recurrency.DAILY, Instant.parse("2013-01-01T00:00:00Z"))
                .lasting(DAY)
                .in(Unit.W, 3)
                .limits(0, 11_000, 28_800, 6_000, 72_000, 11_000);

        assertThat(text(36 * 3_600, Unit.W, daily)).isEqualTo("0=6000 28800=11000 72000=6000 115200=11000");
    }

    /** The conformance test for stacking: a maximum, a default of 300 s, a transaction's own of 260 s. */
    @Test
    void combinesMaximumDefaultAndTransaction() {
        StoredChargingProfileView max =
                Profiles.of(STATION_MAX, 0, 0).absolute(NOW).lasting(DAY).limits(0, 10);
        StoredChargingProfileView usual = Profiles.of(TX_DEFAULT, 1, 0)
                .absolute(NOW)
                .lasting(Duration.ofSeconds(300))
                .limits(0, 6, 60, 10, 120, 8);
        StoredChargingProfileView own = Profiles.of(TX, 1, 0)
                .absolute(NOW)
                .lasting(Duration.ofSeconds(260))
                .forTransaction("7")
                .limits(0, 8, 50, 11, 140, 16, 200, 6, 240, 12);

        assertThat(text(400, Unit.A, max, usual, own)).isEqualTo("0=8 50=10 200=6 240=10 260=8 300=10");
    }

    @Test
    void lowerLevelsFillWhereHigherOnesSayNothing() {
        StoredChargingProfileView always = Profiles.of(TX_DEFAULT, 0, 0).limits(0, 16);
        StoredChargingProfileView noon = Profiles.of(TX_DEFAULT, 0, 5)
                .absolute(NOW.plusSeconds(100))
                .lasting(Duration.ofSeconds(200))
                .limits(50, 32);
        assertThat(text(600, Unit.A, always, noon)).isEqualTo("0=16 150=32 300=16");
    }

    @Test
    void countsOnlyWhatIsValid() {
        StoredChargingProfileView always = Profiles.of(TX_DEFAULT, 0, 0).limits(0, 16);
        StoredChargingProfileView holiday = Profiles.of(TX_DEFAULT, 0, 1)
                .valid(NOW.plusSeconds(60), NOW.plusSeconds(120))
                .limits(0, 32);
        assertThat(text(600, Unit.A, always, holiday)).isEqualTo("0=16 60=32 120=16");
    }

    @Test
    void connectorsDefaultStandsInPlaceOfTheStations() {
        StoredChargingProfileView station = Profiles.of(TX_DEFAULT, 0, 9).limits(0, 32);
        StoredChargingProfileView connector = Profiles.of(TX_DEFAULT, 1, 0).limits(0, 10);
        assertThat(text(60, Unit.A, station, connector)).isEqualTo("0=10");
    }

    @Test
    void countsRelativeTimesFromTheCharge() {
        StoredChargingProfileView relative = Profiles.of(TX, 1, 0).limits(0, 16, 900, 8);
        Charge earlier = new Charge(new ConnectorId(1), "7", NOW.minusSeconds(600));
        CompositeSchedule schedule = schedule(List.of(earlier), relative);
        assertThat(text(schedule.over(new Window(NOW, Duration.ofHours(1)), new ConnectorId(1), Unit.A)))
                .isEqualTo("0=16 300=8");
    }

    @Test
    void leavesOutProfilesOfOtherTransactions() {
        StoredChargingProfileView old =
                Profiles.of(TX, 1, 0).forTransaction("6").limits(0, 6);
        StoredChargingProfileView usual = Profiles.of(TX_DEFAULT, 0, 0).limits(0, 16);
        assertThat(text(60, Unit.A, old, usual)).isEqualTo("0=16");
    }

    @Test
    void begunWithARemoteStartHoldsForTheChargeThatFollows() {
        StoredChargingProfileView remote = Profiles.of(TX, 1, 0).limits(0, 6);
        assertThat(text(60, Unit.A, remote)).isEqualTo("0=6");
        assertThat(text(schedule(List.of(), remote)
                        .over(new Window(NOW, Duration.ofMinutes(1)), new ConnectorId(1), Unit.A)))
                .isEqualTo("0=none");
    }

    @Test
    void repeatsWeekly() {
        StoredChargingProfileView saturdays = Profiles.of(TX_DEFAULT, 0, 0)
                .every(Recurrency.WEEKLY, Instant.parse("2026-11-07T18:00:00Z"))
                .lasting(Duration.ofHours(1))
                .limits(0, 6);
        assertThat(text(8 * 86_400, Unit.A, saturdays)).isEqualTo("0=none 21600=6 25200=none 626400=6 630000=none");
    }

    @Test
    void convertsByPhases() {
        assertThat(text(60, Unit.W, Profiles.of(TX_DEFAULT, 0, 0).in(Unit.A, 1).limits(0, 16)))
                .isEqualTo("0=3680");
        assertThat(text(
                        60,
                        Unit.W,
                        Profiles.of(TX_DEFAULT, 0, 0).in(Unit.A, null).limits(0, 16)))
                .isEqualTo("0=11040");
        assertThat(text(60, Unit.A, Profiles.of(TX_DEFAULT, 0, 0).in(Unit.W, 3).limits(0, 11_000)))
                .isEqualTo("0=15.9");
    }

    @Test
    void stationDrawsWhatItsConnectorsDrawWithinItsMaximum() {
        StoredChargingProfileView each =
                Profiles.of(TX_DEFAULT, 0, 0).absolute(NOW).limits(0, 16, 100, 6);
        StoredChargingProfileView max =
                Profiles.of(STATION_MAX, 0, 0).absolute(NOW).limits(0, 20);
        CompositeSchedule schedule = schedule(List.of(), each, max);
        assertThat(text(schedule.over(new Window(NOW, Duration.ofMinutes(10)), new ConnectorId(0), Unit.A)))
                .isEqualTo("0=20 100=12");
    }

    @Test
    void showsWhereTheStationSaysOtherwise() {
        Window window = new Window(NOW, Duration.ofSeconds(400));
        List<SchedulePeriod> ours = List.of(period(0, 8), period(50, 10), period(200, 6));
        List<SchedulePeriod> theirs = List.of(period(0, 8), period(60, 10), period(200, 6));
        assertThat(Difference.between(window, ours, theirs))
                .containsExactly(new Difference(
                        NOW.plusSeconds(50), NOW.plusSeconds(60), BigDecimal.valueOf(10), BigDecimal.valueOf(8)));
        assertThat(Difference.between(window, ours, ours)).isEmpty();
    }

    private static SchedulePeriod period(int start, int limit) {
        return new SchedulePeriod(Duration.ofSeconds(start), BigDecimal.valueOf(limit), null, null);
    }

    private static String text(int seconds, Unit unit, StoredChargingProfileView... profiles) {
        return text(schedule(List.of(CHARGE), profiles)
                .over(new Window(NOW, Duration.ofSeconds(seconds)), new ConnectorId(1), unit));
    }

    private static CompositeSchedule schedule(List<Charge> charges, StoredChargingProfileView... profiles) {
        return new CompositeSchedule(
                Stacking.OCPP_1_6,
                List.of(profiles),
                charges,
                List.of(new ConnectorId(1), new ConnectorId(2)),
                BigDecimal.valueOf(230));
    }

    private static String text(List<SchedulePeriod> periods) {
        return periods.stream()
                .map(period -> period.start().toSeconds() + "="
                        + (period.limit() == null
                                ? "none"
                                : period.limit().stripTrailingZeros().toPlainString()))
                .collect(Collectors.joining(" "));
    }
}
