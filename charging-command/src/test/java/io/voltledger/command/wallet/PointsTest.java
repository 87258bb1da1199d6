package io.voltledger.command.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.wallet.CreditSource;
import io.voltledger.api.wallet.HoldId;
import io.voltledger.api.wallet.LedgerEntry;
import io.voltledger.api.wallet.PointsLotId;
import io.voltledger.api.wallet.PointsPart;
import io.voltledger.api.wallet.WalletCommand.CaptureHold;
import io.voltledger.api.wallet.WalletCommand.CreditWallet;
import io.voltledger.api.wallet.WalletCommand.ExpirePoints;
import io.voltledger.api.wallet.WalletCommand.GrantPoints;
import io.voltledger.api.wallet.WalletCommand.HoldFunds;
import io.voltledger.api.wallet.WalletCommand.ReleaseHold;
import io.voltledger.api.wallet.WalletEvent;
import io.voltledger.api.wallet.WalletEvent.FundsHeld;
import io.voltledger.api.wallet.WalletEvent.PointsExpired;
import io.voltledger.api.wallet.WalletEvent.PointsReturned;
import io.voltledger.api.wallet.WalletEvent.PointsUsed;
import io.voltledger.api.wallet.WalletId;
import io.voltledger.command.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PointsTest {

    private static final WalletId WALLET = new WalletId("M1");
    private static final HoldId HOLD = new HoldId("h1");
    private static final BillId BILL = new BillId("CP-1:42");
    private static final PointsLotId WELCOME = PointsLotId.of(WALLET, "welcome");
    private static final PointsLotId SPRING = PointsLotId.of(WALLET, "spring");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private WalletFacts facts = WalletFacts.NONE;

    @Test
    void spendsFirstWhatExpiresFirstAndMoneyLast() {
        grant(SPRING, 300, NOON.plusSeconds(200));
        grant(WELCOME, 200, NOON.plusSeconds(100));
        pay(1_000);
        assertThat(hold(900, NOON))
                .containsExactly(
                        new PointsUsed(
                                WALLET,
                                HOLD,
                                BILL,
                                List.of(part(WELCOME, 200), part(SPRING, 300)),
                                won(500),
                                LedgerEntry.of("member:M1:points", "member:M1:available", won(500)),
                                NOON),
                        new FundsHeld(
                                WALLET,
                                HOLD,
                                BILL,
                                won(900),
                                LedgerEntry.of("member:M1:available", "member:M1:held", won(900)),
                                NOON));
        assertThat(facts.available()).isEqualTo(won(600));
    }

    @Test
    void holdsPointsWhereThereIsNoMoney() {
        grant(WELCOME, 200, NOON.plusSeconds(100));
        assertThat(hold(900, NOON))
                .last()
                .isInstanceOfSatisfying(
                        FundsHeld.class, held -> assertThat(held.amount()).isEqualTo(won(200)));
    }

    @Test
    void spendsNothingWhoseTimeIsOverThoughNobodyHasSaidSo() {
        grant(WELCOME, 200, NOON.plusSeconds(100));
        assertThat(hold(900, NOON.plusSeconds(100))).singleElement().isInstanceOf(WalletEvent.HoldRefused.class);
    }

    @Test
    void expiresWhatIsLeftOnce() {
        grant(WELCOME, 200, NOON.plusSeconds(100));
        hold(50, NOON);
        assertThat(PointsDecider.decide(new ExpirePoints(WALLET, WELCOME, NOON), facts))
                .isInstanceOf(Decision.Refused.class);
        ExpirePoints due = new ExpirePoints(WALLET, WELCOME, NOON.plusSeconds(100));
        assertThat(tell(PointsDecider.decide(due, facts))).containsExactly(expired(WELCOME, "due", 150, 100));
        assertThat(tell(PointsDecider.decide(due, facts))).isEmpty();
    }

    @Test
    void givesReleasedPointsBackToTheirLotsAndThoseThatCameTooLateToNobody() {
        grant(WELCOME, 200, NOON.plusSeconds(100));
        grant(SPRING, 300, NOON.plusSeconds(200));
        hold(400, NOON);
        List<WalletEvent> events =
                tell(WalletDecider.decide(new ReleaseHold(WALLET, HOLD, NOON.plusSeconds(150)), facts));
        assertThat(events.subList(1, events.size()))
                .containsExactly(
                        new PointsReturned(
                                WALLET,
                                HOLD,
                                BILL,
                                HOLD.value(),
                                List.of(part(SPRING, 200), part(WELCOME, 200)),
                                won(400),
                                LedgerEntry.of("member:M1:available", "member:M1:points", won(400)),
                                NOON.plusSeconds(150)),
                        expired(WELCOME, HOLD.value(), 200, 150));
        assertThat(left(SPRING)).isEqualTo(won(300));
        assertThat(facts.available()).isEqualTo(won(0));
    }

    @Test
    void givesARefundBackAsMoneyFirst() {
        grant(WELCOME, 200, NOON.plusSeconds(100));
        pay(300);
        hold(500, NOON);
        tell(WalletDecider.decide(new CaptureHold(WALLET, HOLD, NOON), facts));
        refund("r1", 300);
        assertThat(facts.available()).isEqualTo(won(300));
        refund("r2", 150);
        assertThat(facts.available()).isEqualTo(won(300));
        assertThat(left(WELCOME)).isEqualTo(won(150));
    }

    @Test
    void givesEachPartBackToTheLotThatItCameFromOverSeveralRefunds() {
        grant(WELCOME, 200, NOON.plusSeconds(100));
        grant(SPRING, 300, NOON.plusSeconds(200));
        hold(500, NOON);
        tell(WalletDecider.decide(new CaptureHold(WALLET, HOLD, NOON), facts));
        refund("r1", 300);
        assertThat(left(SPRING)).isEqualTo(won(300));
        refund("r2", 200);
        assertThat(left(SPRING)).isEqualTo(won(300));
        assertThat(left(WELCOME)).isEqualTo(won(200));
    }

    @Test
    void hasNothingOnceAllPointsAreSpentWhateverCurrencyIsAskedFor() {
        grant(WELCOME, 200, NOON.plusSeconds(100));
        hold(200, NOON);
        tell(WalletDecider.decide(new CaptureHold(WALLET, HOLD, NOON), facts));
        HoldFunds foreign = new HoldFunds(WALLET, new HoldId("h2"), BILL, Money.of(1, "EUR"), NOON);
        assertThat(tell(WalletDecider.decide(foreign, facts)))
                .singleElement()
                .isInstanceOfSatisfying(
                        WalletEvent.HoldRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("no-funds"));
    }

    @Test
    void countsPointsInHoldsNotAgainstWhatAWalletMayHave() {
        grant(WELCOME, 200, NOON.plusSeconds(100));
        hold(200, NOON);
        assertThat(facts.balance()).isZero();
    }

    @Test
    void refusesAGrantThatIsOverOrInAnotherCurrency() {
        grant(WELCOME, 200, NOON.plusSeconds(100));
        assertThat(code(new GrantPoints(WALLET, SPRING, won(5), NOON, "late", "kim", NOON)))
                .isEqualTo("expiry-invalid");
        assertThat(code(new GrantPoints(
                        WALLET, SPRING, Money.of(5, "EUR"), NOON.plusSeconds(9), "foreign", "kim", NOON)))
                .isEqualTo("currency-mismatch");
    }

    private Money left(PointsLotId lot) {
        return Objects.requireNonNull(facts.points().lots().get(lot.value())).left();
    }

    private String code(GrantPoints grant) {
        return PointsDecider.decide(grant, facts) instanceof Decision.Refused<WalletEvent> refused
                ? refused.rejection().code()
                : "accepted";
    }

    private void grant(PointsLotId lot, long amount, Instant until) {
        tell(PointsDecider.decide(new GrantPoints(WALLET, lot, won(amount), until, "hello", "kim", NOON), facts));
    }

    private void pay(long amount) {
        tell(WalletDecider.decide(
                new CreditWallet(WALLET, "c1", won(amount), CreditSource.TOP_UP, NOON), facts, Map.of()));
    }

    private void refund(String id, long amount) {
        tell(WalletDecider.decide(
                new CreditWallet(WALLET, id, won(amount), CreditSource.REFUND, HOLD, NOON), facts, Map.of()));
    }

    private List<WalletEvent> hold(long upTo, Instant at) {
        return tell(WalletDecider.decide(new HoldFunds(WALLET, HOLD, BILL, won(upTo), at), facts));
    }

    private List<WalletEvent> tell(Decision<WalletEvent> decision) {
        List<WalletEvent> events = ((Decision.Accepted<WalletEvent>) decision).events();
        events.forEach(event -> facts = WalletDecider.evolve(facts, event));
        return events;
    }

    private static PointsExpired expired(PointsLotId lot, String cause, long amount, long seconds) {
        return new PointsExpired(
                WALLET,
                lot,
                cause,
                won(amount),
                LedgerEntry.of("member:M1:points", "points:expired", won(amount)),
                NOON.plusSeconds(seconds));
    }

    private static PointsPart part(PointsLotId lot, long amount) {
        return new PointsPart(lot, won(amount));
    }

    private static Money won(long amount) {
        return Money.of(amount, "KRW");
    }
}
