package io.voltledger.saga.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.reconciliation.DifferenceKind;
import io.voltledger.saga.reconciliation.Comparison.Result;
import io.voltledger.saga.reconciliation.Movement.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-20T15:00:00Z");
    private static final Instant NOON = MIDNIGHT.plus(Duration.ofHours(12));
    private static final Instant NEXT_MIDNIGHT = MIDNIGHT.plus(Duration.ofDays(1));
    private static final BillId BILL = new BillId("CP-1:42");

    private final Comparison comparison = new Comparison(MIDNIGHT, NEXT_MIDNIGHT);

    @Test
    void agreesWhereBothHaveEveryMovement() {
        List<Movement> provider = List.of(taken("tx-1", "p1", 100, NOON), returned("tx-2", "p1", 40, NOON));
        List<Movement> books = List.of(returned("8", "p1", 40, NOON), taken("7", "p1", 100, NOON));

        assertThat(comparison.compare(provider, books)).isEqualTo(new Result(2, List.of()));
    }

    @Test
    void findsTheCounterpartOnTheOtherSideOfMidnight() {
        List<Movement> provider = List.of(taken("tx-1", "p1", 100, NEXT_MIDNIGHT.minusSeconds(1)));
        List<Movement> books = List.of(taken("7", "p1", 100, NEXT_MIDNIGHT.plusSeconds(1)));

        assertThat(comparison.compare(provider, books).differences()).isEmpty();
        assertThat(comparison.compare(List.of(), books).differences()).isEmpty();
    }

    @Test
    void namesWhatOnlyOneSideHas() {
        List<Movement> provider = List.of(
                taken("tx-1", "p1", 100, NOON),
                returned("tx-2", "p2", 40, NOON),
                new Movement("tx-3", "stray-order", false, Direction.TAKEN, won(9), null, NOON));
        List<Movement> books = List.of(taken("7", "p3", 100, NOON), returned("8", "p4", 40, NOON));

        assertThat(comparison.compare(provider, books).differences())
                .extracting(Difference::kind, Difference::subject)
                .containsExactlyInAnyOrder(
                        tuple(DifferenceKind.TAKEN_NOT_BOOKED, "p1"),
                        tuple(DifferenceKind.RETURNED_NOT_BOOKED, "p2"),
                        tuple(DifferenceKind.UNKNOWN_ORDER, "stray-order"),
                        tuple(DifferenceKind.BOOKED_NOT_TAKEN, "p3"),
                        tuple(DifferenceKind.BOOKED_NOT_RETURNED, "p4"));
    }

    @Test
    void neverMatchesByHope() {
        List<Movement> provider = List.of(taken("tx-1", "p1", 100, NOON), taken("tx-2", "p2", 100, NOON));
        List<Movement> books = List.of(taken("7", "p1", 90, NOON), taken("8", "p3", 100, NOON));

        assertThat(comparison.compare(provider, books).differences())
                .containsExactly(
                        new Difference(DifferenceKind.AMOUNT_DIFFERS, "tx-1", "p1", BILL, won(100), won(90)),
                        new Difference(DifferenceKind.TAKEN_NOT_BOOKED, "tx-2", "p2", BILL, won(100), null),
                        new Difference(DifferenceKind.BOOKED_NOT_TAKEN, "8", "p3", BILL, null, won(100)));
    }

    @Test
    void countsWhatHappenedTwice() {
        List<Movement> provider = List.of(returned("tx-1", "p1", 40, NOON), returned("tx-2", "p1", 40, NOON));
        List<Movement> books = List.of(returned("7", "p1", 40, NOON));

        assertThat(comparison.compare(provider, books).differences())
                .singleElement()
                .extracting(Difference::kind)
                .isEqualTo(DifferenceKind.RETURNED_NOT_BOOKED);
    }

    @Test
    void namesWhoseMoneyDidNotPassThrough() {
        List<Movement> account =
                List.of(taken("1", "p1", 100, NOON), returned("2", "p1", 100, NOON), taken("3", "p2", 70, NOON));

        assertThat(comparison.moved(account)).containsExactly("p1", "p2");
        assertThat(comparison.unbalanced(account)).containsExactly("p2");
    }

    @Test
    void saysWhatIsLeftOfAllThatEverMoved() {
        Instant later = NOON.plus(Duration.ofDays(40));
        List<Movement> whole =
                List.of(returned("9", "p2", 50, later), taken("3", "p2", 70, NOON), returned("8", "p2", 5, later));

        assertThat(Comparison.left(DifferenceKind.NOT_ON_A_BILL, whole))
                .contains(new Difference(DifferenceKind.NOT_ON_A_BILL, "", "p2", BILL, null, won(15)));
        assertThat(Comparison.left(
                        DifferenceKind.NOT_IN_A_WALLET,
                        List.of(taken("3", "p2", 70, NOON), returned("9", "p2", 70, later))))
                .isEmpty();
    }

    @Test
    void leavesWhatAnotherDayLeftOpenToThatDay() {
        Movement before = taken("1", "p1", 100, MIDNIGHT.minusSeconds(1));
        assertThat(comparison.unbalanced(List.of(before))).isEmpty();
        assertThat(comparison.compare(List.of(before), List.of()).differences()).isEmpty();
    }

    @Test
    void namesAnAmountThatDiffersWhereOneSideIsOfTheDay() {
        List<Movement> provider = List.of(taken("tx-1", "p1", 100, MIDNIGHT.minusSeconds(1)));
        List<Movement> books = List.of(taken("7", "p1", 90, MIDNIGHT));
        List<Movement> booksBefore = List.of(taken("7", "p1", 90, MIDNIGHT.minusSeconds(1)));

        assertThat(comparison.compare(provider, books).differences())
                .containsExactly(new Difference(DifferenceKind.AMOUNT_DIFFERS, "tx-1", "p1", BILL, won(100), won(90)));
        assertThat(comparison.compare(provider, booksBefore).differences()).isEmpty();
    }

    /** Whatever moved and in whatever order it is told: taking one movement away from the books is seen, and nothing else. */
    @Property(tries = 200)
    void seesExactlyWhatIsMissing(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 4) Integer> amounts,
            @ForAll @IntRange(max = 11) int missing,
            @ForAll long seed) {
        List<Movement> provider = new ArrayList<>();
        List<Movement> books = new ArrayList<>();
        for (int number = 0; number < amounts.size(); number++) {
            String payment = "p" + amounts.get(number) % 2;
            Instant at = NOON.plusSeconds(number);
            provider.add(taken("tx-" + number, payment, amounts.get(number), at));
            books.add(taken(Integer.toString(number), payment, amounts.get(number), at));
        }
        Movement gone = books.remove(missing % books.size());
        Collections.shuffle(books, new Random(seed));

        Result result = comparison.compare(provider, books);

        assertThat(result.matched()).isEqualTo(amounts.size() - 1);
        assertThat(result.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(DifferenceKind.TAKEN_NOT_BOOKED);
            assertThat(difference.subject()).isEqualTo(gone.subject());
            assertThat(difference.provider()).isEqualTo(gone.amount());
        });
    }

    private static Movement taken(String key, String payment, long amount, Instant at) {
        return new Movement(key, payment, true, Direction.TAKEN, won(amount), BILL, at);
    }

    private static Movement returned(String key, String payment, long amount, Instant at) {
        return new Movement(key, payment, true, Direction.RETURNED, won(amount), BILL, at);
    }

    private static Money won(long amount) {
        return Money.of(amount, "KRW");
    }
}
