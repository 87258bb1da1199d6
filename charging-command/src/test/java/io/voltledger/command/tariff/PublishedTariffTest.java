package io.voltledger.command.tariff;

import static io.voltledger.command.tariff.TariffSamples.START;
import static io.voltledger.command.tariff.TariffSamples.element;
import static io.voltledger.command.tariff.TariffSamples.energy;
import static io.voltledger.command.tariff.TariffSamples.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Rejection;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffCommand.PublishTariff;
import io.voltledger.api.tariff.TariffEvent.TariffVersionPublished;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.command.Snapshots;
import io.voltledger.runtime.CommandRejected;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedTariffTest {

    private static final TariffId ID = new TariffId("standard");
    private static final Tariff CHEAP = eur(element(energy("0.25", "10", 1)));
    private static final Tariff DEAR = eur(element(energy("0.45", "10", 1)));

    private final AggregateTestFixture<PublishedTariff> tariff = new AggregateTestFixture<>(PublishedTariff.class);

    @Test
    void publishesTheFirstVersion() {
        tariff.givenNoPriorActivity()
                .when(publish(CHEAP))
                .expectEvents(new TariffVersionPublished(ID, 1, CHEAP, START))
                .expectResultMessagePayload(1);
    }

    @Test
    void publishesAnotherContentAsTheNextVersion() {
        tariff.given(new TariffVersionPublished(ID, 1, CHEAP, START))
                .when(publish(DEAR))
                .expectEvents(new TariffVersionPublished(ID, 2, DEAR, START))
                .expectResultMessagePayload(2);
    }

    @Test
    void publishesTheSameContentOnce() {
        tariff.given(new TariffVersionPublished(ID, 1, CHEAP, START))
                .when(publish(CHEAP))
                .expectNoEvents()
                .expectResultMessagePayload(1);
    }

    @Test
    void refusesWhatCannotBeRated() {
        tariff.givenNoPriorActivity()
                .when(publish(eur(element(energy("-0.01", "10", 1)))))
                .expectNoEvents()
                .expectException(CommandRejected.class)
                .expectExceptionDetails(new Rejection("tariff-invalid", "a price is negative"));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(eur(), "there is no element"),
                Arguments.of(eur(element()), "an element has no price"),
                Arguments.of(
                        eur(element(energy("1", null, 1), energy("2", null, 1))),
                        "an element prices a dimension twice"),
                Arguments.of(eur(element(energy("1", "-1", 1))), "a VAT rate is negative"),
                Arguments.of(
                        eur(element(TariffSamples.reservation(), energy("1", null, 1))),
                        "a reservation can be priced FLAT and by TIME only"),
                Arguments.of(
                        eur(element(TariffSamples.kilowattHours("2", "2"), energy("1", null, 1))),
                        "minKwh and maxKwh are not in order"),
                Arguments.of(
                        eur(element(TariffSamples.times("08:00", "08:00"), energy("1", null, 1))),
                        "startTime equals endTime"),
                Arguments.of(TariffSamples.withMinimum(CHEAP, "2", "1"), "minPrice is less after taxes than before"),
                Arguments.of(
                        TariffSamples.withMaximum(TariffSamples.withMinimum(CHEAP, "2", null), "1", null),
                        "minPrice and maxPrice before taxes are not in order"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesEachFault(Tariff content, String fault) {
        assertThat(TariffFaults.of(content)).containsExactly(fault);
    }

    @Test
    void isReadBackWholeFromASnapshot() {
        PublishedTariff shell = new PublishedTariff();
        shell.on(new TariffVersionPublished(ID, 1, DEAR, START));
        assertThat(Snapshots.readBack(shell, PublishedTariff.class))
                .usingRecursiveComparison()
                .isEqualTo(shell);
    }

    private static PublishTariff publish(Tariff content) {
        return new PublishTariff(ID, content, START);
    }
}
