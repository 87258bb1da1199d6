package io.voltledger.query.smartcharging;

import static io.voltledger.api.chargepoint.ChargingProfile.Purpose.EXTERNAL;
import static io.voltledger.api.chargepoint.ChargingProfile.Purpose.STATION_MAX;
import static io.voltledger.api.chargepoint.ChargingProfile.Purpose.TX;
import static io.voltledger.api.chargepoint.ChargingProfile.Purpose.TX_DEFAULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.chargepoint.ChargingProfile.Unit;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StoredChargingProfileView;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where OCPP 2.0.1 stacks otherwise than 1.6. */
class CompositeSchedule201Test {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Charge CHARGE = new Charge(new ConnectorId(1), "T-7", NOW);

    @Test
    void isKnownByTheStationsProtocol() {
        assertThat(Stacking.of("ocpp2.0.1")).isEqualTo(Stacking.OCPP_2_0_1);
        assertThat(Stacking.of("ocpp1.6")).isEqualTo(Stacking.OCPP_1_6);
        assertThat(Stacking.of(null)).isEqualTo(Stacking.OCPP_1_6);
    }

    @Test
    void theStationsDefaultLeadsWhereItsLevelIsHigher() {
        StoredChargingProfileView station = Profiles.of(TX_DEFAULT, 0, 9).limits(0, 32);
        StoredChargingProfileView evse = Profiles.of(TX_DEFAULT, 1, 0).limits(0, 10);

        assertThat(text(1, Unit.A, List.of(CHARGE), station, evse)).isEqualTo("0=32");
    }

    @Test
    void theLowestOfAllPurposesCounts() {
        StoredChargingProfileView max =
                Profiles.of(STATION_MAX, 0, 0).absolute(NOW).limits(0, 20);
        StoredChargingProfileView grid =
                Profiles.of(EXTERNAL, 0, 0).absolute(NOW.plusSeconds(10)).limits(0, 16);
        StoredChargingProfileView here = Profiles.of(EXTERNAL, 1, 0)
                .absolute(NOW.plusSeconds(20))
                .lasting(Duration.ofSeconds(10))
                .limits(0, 12);
        StoredChargingProfileView own =
                Profiles.of(TX, 1, 0).forTransaction("T-7").limits(0, 32, 40, 6);

        assertThat(text(1, Unit.A, List.of(CHARGE), max, grid, here, own)).isEqualTo("0=20 10=16 20=12 30=16 40=6");
    }

    @Test
    void eachSourceOutsideLimitsForItself() {
        StoredChargingProfileView one =
                Profiles.of(EXTERNAL, 0, 3).absolute(NOW).limits(0, 25);
        StoredChargingProfileView other =
                Profiles.of(EXTERNAL, 0, 1).absolute(NOW).limits(0, 13);

        assertThat(text(1, Unit.A, List.of(), one, other)).isEqualTo("0=13");
    }

    @Test
    void comparesWattsWithAmpere() {
        StoredChargingProfileView watts =
                Profiles.of(EXTERNAL, 1, 0).absolute(NOW).in(Unit.W, 1).limits(0, 2_300);
        StoredChargingProfileView ampere =
                Profiles.of(TX_DEFAULT, 0, 0).in(Unit.A, 1).limits(0, 16);

        assertThat(text(1, Unit.A, List.of(), watts, ampere)).isEqualTo("0=10");
        assertThat(text(1, Unit.W, List.of(), watts, ampere)).isEqualTo("0=2300");
    }

    @Test
    void profilesAreOfTheEvseWhicheverOfItsConnectorsCharges() {
        Charge second = new Charge(new ConnectorId(3_002), "T-8", NOW.minusSeconds(60));
        StoredChargingProfileView own =
                Profiles.of(TX, 3, 0).forTransaction("T-8").limits(0, 16, 100, 8);

        assertThat(text(3, Unit.A, List.of(second), own)).isEqualTo("0=16 40=8");
        assertThat(text(3_002, Unit.A, List.of(second), own)).isEqualTo("0=16 40=8");
    }

    @Test
    void theStationIsTheSumOfItsEvses() {
        StoredChargingProfileView each =
                Profiles.of(TX_DEFAULT, 0, 0).absolute(NOW).limits(0, 16);
        StoredChargingProfileView less =
                Profiles.of(EXTERNAL, 1, 0).absolute(NOW.plusSeconds(10)).limits(0, 6);

        assertThat(text(0, Unit.A, List.of(), each, less)).isEqualTo("0=32 10=22");
    }

    private static String text(int place, Unit unit, List<Charge> charges, StoredChargingProfileView... profiles) {
        return new CompositeSchedule(
                        Stacking.OCPP_2_0_1,
                        List.of(profiles),
                        charges,
                        Stream.of(1, 3, 3_002).map(ConnectorId::new).toList(),
                        BigDecimal.valueOf(230))
                .over(new Window(NOW, Duration.ofMinutes(10)), new ConnectorId(place), unit).stream()
                        .map(period -> period.start().toSeconds() + "="
                                + (period.limit() == null
                                        ? "none"
                                        : period.limit().stripTrailingZeros().toPlainString()))
                        .collect(Collectors.joining(" "));
    }
}
