package io.voltledger.command.billing;

import io.voltledger.api.billing.BillSeriesCommand.GiveNumber;
import io.voltledger.api.billing.BillSeriesEvent;
import io.voltledger.api.billing.BillSeriesEvent.NumberGiven;
import io.voltledger.command.Decision;
import org.jspecify.annotations.Nullable;

/** The rules of a series: the next number each time, and for the same document the same number. */
final class NumberSeriesDecider {

    private NumberSeriesDecider() {}

    /** @param written the number that stands on the document already; absent where it has none */
    static Decision<BillSeriesEvent> decide(GiveNumber command, NumberSeriesFacts facts, @Nullable Long written) {
        return written != null || numberOf(command, facts) != null
                ? Decision.nothing()
                : Decision.of(new NumberGiven(
                        command.series(), facts.last() + 1, command.bill(), command.creditNote(), command.at()));
    }

    static @Nullable Long numberOf(GiveNumber command, NumberSeriesFacts facts) {
        return facts.given(NumberedDocument.of(command.bill(), command.creditNote()))
                .map(NumberGiven::number)
                .orElse(null);
    }

    static NumberSeriesFacts evolve(NumberSeriesFacts facts, BillSeriesEvent event) {
        return switch (event) {
            case NumberGiven given -> facts.with(given);
        };
    }
}
