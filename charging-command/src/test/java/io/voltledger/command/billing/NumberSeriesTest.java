package io.voltledger.command.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillSeries;
import io.voltledger.api.billing.BillSeriesCommand.GiveNumber;
import io.voltledger.api.billing.BillSeriesEvent.NumberGiven;
import io.voltledger.api.billing.CreditNoteId;
import io.voltledger.command.Snapshots;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.Segment;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NumberSeriesTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:00:00Z");
    private static final BillSeries SERIES = BillSeries.of("VL", 2026);
    private static final CreditNoteId NOTE = new CreditNoteId("N1");

    private final Map<String, Long> written = new HashMap<>();
    private final AggregateTestFixture<NumberSeries> series = new AggregateTestFixture<>(NumberSeries.class);

    @BeforeEach
    void knowDocuments() {
        WrittenNumbers documents = command -> written.get(NumberedDocument.of(command.bill(), command.creditNote()));
        series.registerInjectableResource(documents);
    }

    @Test
    void beginsWithOneAndGoesOnWithoutGap() {
        series.givenNoPriorActivity()
                .when(give("A", null))
                .expectEvents(given(1, "A", null))
                .expectResultMessagePayload(1L);
        series.given(given(1, "A", null), given(2, "B", null))
                .when(give("C", null))
                .expectEvents(given(3, "C", null))
                .expectResultMessagePayload(3L);
    }

    @Test
    void givesTheSameDocumentTheSameNumber() {
        series.given(given(1, "A", null), given(2, "B", null))
                .when(give("A", null))
                .expectNoEvents()
                .expectResultMessagePayload(1L);
    }

    @Test
    void tellsACreditNoteFromItsBill() {
        series.given(given(1, "A", null)).when(give("A", NOTE)).expectEvents(given(2, "A", NOTE));
    }

    @Test
    void looksAtTheDocumentForWhatItForgot() {
        written.put("A", 1L);
        series.given(given(700, "Z", null))
                .when(give("A", null))
                .expectNoEvents()
                .expectResultMessagePayload(1L);
    }

    @Test
    void remembersTheLastDocumentsAndForgetsOlderOnes() {
        NumberSeriesFacts facts = afterBills(NumberSeriesFacts.NONE, 1, 10_000);
        assertThat(facts.given("B9745")).isPresent();
        assertThat(facts.recent()).hasSizeBetween(256, 256 + 64);
        assertThat(facts.given("B1")).isEmpty();
        assertThat(facts.last()).isEqualTo(10_000);
    }

    @Test
    void remembersForWhomANumberIsUnderWayHoweverManyOthersGetOne() {
        BillId dead = new BillId("DIED-HERE");
        NumberSeriesFacts facts = NumberSeriesDecider.evolve(NumberSeriesFacts.NONE, given(1, dead.value(), null));
        long number = 1;
        for (int bill = 0; number < 2_000; bill++) {
            if (isOfOtherSegment(new BillId("B" + bill), dead)) {
                facts = NumberSeriesDecider.evolve(facts, given(++number, "B" + bill, null));
            }
        }
        assertThat(facts.given(dead.value()))
                .hasValueSatisfying(given -> assertThat(given.number()).isEqualTo(1));
    }

    /** As the event processor has it, which is cut into two segments. */
    private static boolean isOfOtherSegment(BillId one, BillId other) {
        Segment segment = Segment.computeSegment(0, 0, 1).matches(other.toString())
                ? Segment.computeSegment(0, 0, 1)
                : Segment.computeSegment(1, 0, 1);
        return !segment.matches(one.toString());
    }

    private static NumberSeriesFacts afterBills(NumberSeriesFacts before, int first, int last) {
        NumberSeriesFacts facts = before;
        for (int number = first; number <= last; number++) {
            facts = NumberSeriesDecider.evolve(facts, given(number, "B" + number, null));
        }
        return facts;
    }

    @Test
    void printsNumbersThatSort() {
        assertThat(SERIES.print(42)).isEqualTo("VL-2026-00000042");
    }

    @Test
    void isReadBackWholeFromASnapshot() {
        NumberSeries shell = new NumberSeries();
        shell.on(given(1, "A", NOTE));
        assertThat(Snapshots.readBack(shell, NumberSeries.class))
                .usingRecursiveComparison()
                .isEqualTo(shell);
    }

    private static GiveNumber give(String bill, @Nullable CreditNoteId note) {
        return new GiveNumber(SERIES, new BillId(bill), note, AT);
    }

    private static NumberGiven given(long number, String bill, @Nullable CreditNoteId note) {
        return new NumberGiven(SERIES, number, new BillId(bill), note, AT);
    }
}
