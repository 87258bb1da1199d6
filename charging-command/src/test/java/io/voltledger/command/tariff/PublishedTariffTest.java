package io.voltledger.command.tariff;

import static io.voltledger.command.tariff.TariffSamples.START;
import static io.voltledger.command.tariff.TariffSamples.element;
import static io.voltledger.command.tariff.TariffSamples.energy;
import static io.voltledger.command.tariff.TariffSamples.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Rejection;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffCommand.DraftTariff;
import io.voltledger.api.tariff.TariffCommand.PublishDraft;
import io.voltledger.api.tariff.TariffCommand.PublishTariff;
import io.voltledger.api.tariff.TariffCommand.RetireTariff;
import io.voltledger.api.tariff.TariffEvent.TariffDrafted;
import io.voltledger.api.tariff.TariffEvent.TariffRetired;
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
                .expectExceptionDetails(
                        new Rejection("tariff-invalid", "elements[0].priceComponents[0].price: is negative"));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(eur(), "elements: there is no element"),
                Arguments.of(eur(element()), "elements[0]: has no price"),
                Arguments.of(
                        eur(element(energy("1", null, 1), energy("2", null, 1))),
                        "elements[0]: prices a dimension twice"),
                Arguments.of(eur(element(energy("1", "-1", 1))), "elements[0].priceComponents[0].vat: is negative"),
                Arguments.of(
                        eur(element(TariffSamples.reservation(), energy("1", null, 1))),
                        "elements[0]: a reservation can be priced FLAT and by TIME only"),
                Arguments.of(
                        eur(element(TariffSamples.kilowattHours("2", "2"), energy("1", null, 1))),
                        "elements[0].restrictions.maxKwh: is not above minKwh"),
                Arguments.of(
                        eur(element(TariffSamples.times("08:00", "08:00"), energy("1", null, 1))),
                        "elements[0].restrictions.endTime: equals startTime"),
                Arguments.of(TariffSamples.withMinimum(CHEAP, "2", "1"), "minPrice: is less after taxes than before"),
                Arguments.of(
                        TariffSamples.withMaximum(TariffSamples.withMinimum(CHEAP, "2", null), "1", null),
                        "maxPrice.beforeTaxes: is less than minPrice"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesEachFault(Tariff content, String fault) {
        assertThat(TariffFaults.of(content)).extracting(Fault::toString).containsExactly(fault);
    }

    @Test
    void keepsADraftUntilItIsPublished() {
        tariff.given(new TariffVersionPublished(ID, 1, CHEAP, START))
                .when(new DraftTariff(ID, DEAR, START))
                .expectEvents(new TariffDrafted(ID, DEAR, START));
        tariff.given(new TariffVersionPublished(ID, 1, CHEAP, START), new TariffDrafted(ID, DEAR, START))
                .when(new PublishDraft(ID, START))
                .expectEvents(new TariffVersionPublished(ID, 2, DEAR, START))
                .expectResultMessagePayload(2);
    }

    @Test
    void keepsTheSameDraftOnce() {
        tariff.given(new TariffDrafted(ID, DEAR, START))
                .when(new DraftTariff(ID, DEAR, START))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void publishesADraftOnce() {
        tariff.given(new TariffDrafted(ID, DEAR, START), new TariffVersionPublished(ID, 1, DEAR, START))
                .when(new PublishDraft(ID, START))
                .expectNoEvents()
                .expectExceptionDetails(new Rejection("no-draft", "There is no draft of tariff standard"));
    }

    @Test
    void refusesAFaultyDraft() {
        tariff.given(new TariffDrafted(ID, eur(), START))
                .when(new PublishDraft(ID, START))
                .expectNoEvents()
                .expectExceptionDetails(new Rejection("tariff-invalid", "elements: there is no element"));
    }

    @Test
    void retiresOnceAndForGood() {
        tariff.given(new TariffVersionPublished(ID, 1, CHEAP, START))
                .when(new RetireTariff(ID, "season is over", START))
                .expectEvents(new TariffRetired(ID, "season is over", START));
        Object[] retired = {new TariffVersionPublished(ID, 1, CHEAP, START), new TariffRetired(ID, "over", START)};
        tariff.given(retired)
                .when(new RetireTariff(ID, "again", START))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        Rejection refusal = new Rejection("tariff-retired", "Tariff standard is retired");
        tariff.given(retired).when(publish(DEAR)).expectNoEvents().expectExceptionDetails(refusal);
        tariff.given(retired)
                .when(new DraftTariff(ID, DEAR, START))
                .expectNoEvents()
                .expectExceptionDetails(refusal);
    }

    @Test
    void cannotRetireWhatNeverWas() {
        tariff.givenNoPriorActivity()
                .when(new RetireTariff(ID, "over", START))
                .expectNoEvents()
                .expectExceptionDetails(new Rejection(Rejection.NOT_FOUND, "There is no tariff standard"));
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
