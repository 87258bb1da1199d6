package io.voltledger.command.rerating;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Rejection;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.rerating.RerateCommand.OrderCorrections;
import io.voltledger.api.rerating.RerateEvent.CorrectionsOrdered;
import io.voltledger.api.rerating.RerateRunId;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.command.tariff.TariffSamples;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class RerateRunTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:00:00Z");
    private static final RerateRunId RUN = RerateRunId.of(new TariffId("flat"), "R1");

    private final AggregateTestFixture<RerateRun> run = new AggregateTestFixture<>(RerateRun.class);

    @Test
    void ordersEachBillOnce() {
        run.given(ordered(2, bills(0, 2))).when(order(2, bills(0, 3))).expectEvents(ordered(2, bills(2, 3)));
        run.given(ordered(2, bills(0, 2)))
                .when(order(2, bills(0, 2)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void ordersALongRunInSeveralParts() {
        run.givenNoPriorActivity()
                .when(order(2, bills(0, 450)))
                .expectEvents(ordered(2, bills(0, 200)), ordered(2, bills(200, 400)), ordered(2, bills(400, 450)));
    }

    @Test
    void keepsToOneVersionOfTheTariff() {
        run.given(ordered(2, bills(0, 2)))
                .when(order(3, bills(0, 3)))
                .expectNoEvents()
                .expectExceptionDetails(new Rejection(Rejection.ALREADY_EXISTS, "The run was made with version 2"));
    }

    @Test
    void isNamedByItsTariffAndByWhoeverOrderedIt() {
        assertThat(RUN.toString()).isEqualTo("rerating/flat~R1");
        assertThat(RUN.run()).isEqualTo("R1");
    }

    private static OrderCorrections order(int version, List<BillId> bills) {
        return new OrderCorrections(RUN, tariff(version), bills, AT);
    }

    private static CorrectionsOrdered ordered(int version, List<BillId> bills) {
        return new CorrectionsOrdered(RUN, tariff(version), bills, AT);
    }

    private static FrozenTariff tariff(int version) {
        return new FrozenTariff(new TariffId("flat"), version, TariffSamples.eur());
    }

    private static List<BillId> bills(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> new BillId("CP-1:" + number))
                .toList();
    }
}
