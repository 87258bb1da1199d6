package io.voltledger.command.tariff;

import static io.voltledger.command.tariff.TariffSamples.START;
import static io.voltledger.command.tariff.TariffSamples.charged;
import static io.voltledger.command.tariff.TariffSamples.element;
import static io.voltledger.command.tariff.TariffSamples.energy;
import static io.voltledger.command.tariff.TariffSamples.eur;
import static io.voltledger.command.tariff.TariffSamples.flat;
import static io.voltledger.command.tariff.TariffSamples.parked;
import static io.voltledger.command.tariff.TariffSamples.parking;
import static io.voltledger.command.tariff.TariffSamples.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import io.voltledger.api.billing.BillLine;
import io.voltledger.api.billing.LineSource;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.MeterPoint;
import io.voltledger.api.tariff.Metered;
import io.voltledger.api.tariff.Tariff;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each line says when its price held, and between which registers. */
class LineSourcesTest {

    private static final Tariff TARIFF = eur(
            element(energy("0.25", "10", 1), time("3.00", "10", 60), parking("5.00", "20", 60), flat("0.50", "20")));

    @Test
    void joinWhatFollowsWithoutAGap() {
        BillLine energy = line(
                BillLine.Kind.ENERGY,
                metered(charged(0, 15, 2_000), point(0, 1_000), point(15, 3_000)),
                metered(charged(15, 15, 1_000), point(15, 3_000), point(30, 4_000)));
        assertThat(energy.sources())
                .containsExactly(new LineSource(
                        minute(0), minute(30), new BigDecimal("3"), new Metered(point(0, 1_000), point(30, 4_000))));
    }

    @Test
    void standApartWhereSomethingElseWentOnBetween() {
        BillLine time = line(BillLine.Kind.TIME, charged(0, 15, 2_000), parked(15, 15), charged(30, 30, 1_000));
        assertThat(time.unit()).isEqualTo("h");
        assertThat(time.sources())
                .containsExactly(
                        new LineSource(minute(0), minute(15), new BigDecimal("0.25"), null),
                        new LineSource(minute(30), minute(60), new BigDecimal("0.5"), null));
    }

    @Test
    void keepTheMeterThatIsKnownWhereTheOtherPartHasNone() {
        Metered known = new Metered(point(0, 1_000), point(15, 3_000));
        assertThat(line(
                                BillLine.Kind.ENERGY,
                                metered(charged(0, 15, 2_000), point(0, 1_000), point(15, 3_000)),
                                charged(15, 15, 1_000))
                        .sources())
                .extracting(LineSource::metered)
                .containsExactly(known);
        assertThat(line(
                                BillLine.Kind.ENERGY,
                                charged(-15, 15, 1_000),
                                metered(charged(0, 15, 2_000), point(0, 1_000), point(15, 3_000)))
                        .sources())
                .extracting(LineSource::metered)
                .containsExactly(known);
        assertThat(line(
                                BillLine.Kind.ENERGY,
                                metered(charged(0, 15, 2_000), point(0, 1_000), point(15, 3_000)),
                                metered(charged(15, 15, 1_000), point(15, 3_000), null))
                        .sources())
                .extracting(LineSource::metered)
                .containsExactly(known);
    }

    @Test
    void saysWhenAFeeForTheWholeSessionAroseAndInWhichUnit() {
        BillLine fee = line(BillLine.Kind.FLAT, charged(0, 15, 2_000), parked(15, 15));
        assertThat(fee.unit()).isEqualTo("session");
        assertThat(fee.sources()).containsExactly(new LineSource(minute(0), minute(15), BigDecimal.ONE, null));
    }

    @Test
    void saysWhatWasUsedBeforeSteps() {
        BillLine parked = line(BillLine.Kind.PARKING_TIME, charged(0, 15, 2_000), seconds(parked(15, 15), 30));
        assertThat(parked.quantity()).isEqualTo(new BigDecimal("0.266667"));
        assertThat(parked.sources()).extracting(LineSource::quantity).containsExactly(new BigDecimal("0.258333"));
    }

    @Test
    void findsTheVatWithinAnAmount() {
        assertThat(Taxes.within(Money.of(1_100, "KRW"), BigDecimal.TEN)).isEqualTo(Money.of(100, "KRW"));
        assertThat(Taxes.within(Money.of(1_100, "KRW"), null)).isEqualTo(Money.of(0, "KRW"));
    }

    private static BillLine line(BillLine.Kind kind, ChargingPeriod... periods) {
        return Rating.of(TARIFF, List.of(periods)).lines().stream()
                .filter(line -> line.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static ChargingPeriod metered(ChargingPeriod period, MeterPoint before, @Nullable MeterPoint after) {
        return new ChargingPeriod(
                period.from(), period.to(), period.energy(), period.activity(), null, null, new Metered(before, after));
    }

    private static ChargingPeriod seconds(ChargingPeriod period, long more) {
        return new ChargingPeriod(
                period.from(), period.to().plusSeconds(more), period.energy(), period.activity(), null, null);
    }

    private static MeterPoint point(long minute, long wattHours) {
        return new MeterPoint(Energy.wh(wattHours), minute(minute), minute);
    }

    private static Instant minute(long minute) {
        return START.plusSeconds(60 * minute);
    }
}
