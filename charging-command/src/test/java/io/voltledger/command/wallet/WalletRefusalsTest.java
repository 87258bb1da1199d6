package io.voltledger.command.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Money;
import io.voltledger.api.Rejection;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.wallet.CreditSource;
import io.voltledger.api.wallet.HoldId;
import io.voltledger.api.wallet.PointsLotId;
import io.voltledger.api.wallet.WalletCommand.CaptureHold;
import io.voltledger.api.wallet.WalletCommand.CloseWallet;
import io.voltledger.api.wallet.WalletCommand.CreditWallet;
import io.voltledger.api.wallet.WalletCommand.ExpireHold;
import io.voltledger.api.wallet.WalletCommand.ExpirePoints;
import io.voltledger.api.wallet.WalletCommand.GrantPoints;
import io.voltledger.api.wallet.WalletCommand.HoldFunds;
import io.voltledger.api.wallet.WalletCommand.OfferFunds;
import io.voltledger.api.wallet.WalletCommand.ReleaseHold;
import io.voltledger.api.wallet.WalletCommand.ReopenWallet;
import io.voltledger.api.wallet.WalletCommand.SendFunds;
import io.voltledger.api.wallet.WalletEvent;
import io.voltledger.api.wallet.WalletEvent.CreditRefused;
import io.voltledger.api.wallet.WalletEvent.FundsCredited;
import io.voltledger.api.wallet.WalletEvent.FundsHeld;
import io.voltledger.api.wallet.WalletEvent.HoldRefused;
import io.voltledger.api.wallet.WalletId;
import io.voltledger.command.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a wallet does not do, and what it does at the edge of that. */
class WalletRefusalsTest {

    private static final WalletId WALLET = new WalletId("M1");
    private static final WalletId OTHER = new WalletId("M2");
    private static final HoldId HOLD = new HoldId("h1");
    private static final BillId BILL = new BillId("CP-1:42");
    private static final PointsLotId LOT = PointsLotId.of(WALLET, "welcome");
    private static final Instant AT = Instant.parse("2026-11-21T01:00:00Z");
    private static final Map<String, Long> LIMIT = Map.of("KRW", 10_000L);

    private WalletFacts facts = WalletFacts.NONE;

    @Test
    void takesNoCreditOfNothing() {
        assertThat(refusal(credit("c1", won(0), CreditSource.POINTS)))
                .isEqualTo(new Rejection("amount-invalid", "A credit is more than nothing"));
        assertThat(tell(credit("c1", won(1), CreditSource.POINTS))).hasSize(1);
    }

    @Test
    void refusesACreditAgainThatItRefusedBefore() {
        tell(offer("t1", won(10_001)));
        assertThat(refusal(credit("t1", won(10_001), CreditSource.TOP_UP)))
                .isEqualTo(new Rejection("balance-limit", "The wallet has 0 and may have 10000"));
        assertThat(tell(offer("t1", won(10_001)))).isEmpty();
    }

    @Test
    void mayHaveAsMuchAsItsLimitWithWhatIsHeld() {
        tell(credit("c1", won(6_000), CreditSource.TOP_UP));
        hold(won(2_000));
        assertThat(tell(offer("c2", won(4_001)))).singleElement().isInstanceOf(CreditRefused.class);
        assertThat(tell(offer("c3", won(4_000)))).singleElement().isInstanceOf(FundsCredited.class);
    }

    @Test
    void limitsWhatMembersPayInButNotWhatTheyAreGivenOrGetBack() {
        for (CreditSource limited : List.of(CreditSource.TOP_UP, CreditSource.TRANSFER)) {
            assertThat(refusal(credit("c-" + limited, won(10_001), limited)).code())
                    .isEqualTo("balance-limit");
        }
        for (CreditSource free : List.of(CreditSource.POINTS, CreditSource.REFUND, CreditSource.TRANSFER_RETURNED)) {
            assertThat(tell(credit("c-" + free, won(10_001), free))).hasSize(1);
        }
    }

    @Test
    void takesBackWhatItSentAlsoWhileItIsClosedButNothingNew() {
        tell(WalletDecider.decide(new CloseWallet(WALLET, "moved", "kim", AT), facts));
        for (CreditSource fresh : List.of(CreditSource.POINTS, CreditSource.TOP_UP, CreditSource.TRANSFER)) {
            assertThat(refusal(credit("c-" + fresh, won(1), fresh)).code()).isEqualTo("wallet-closed");
        }
        assertThat(tell(credit("c1", won(1), CreditSource.TRANSFER_RETURNED))).hasSize(1);
        assertThat(reason(hold(won(1)))).isEqualTo("wallet-closed");
        assertThat(refusal(send("t1", OTHER, won(1))).code()).isEqualTo("wallet-closed");
        assertThat(refusal(grant(won(1))).code()).isEqualTo("wallet-closed");
    }

    @Test
    void isClosedAndReopenedOnce() {
        CloseWallet close = new CloseWallet(WALLET, "moved", "kim", AT);
        ReopenWallet reopen = new ReopenWallet(WALLET, "back", "kim", AT);
        assertThat(tell(WalletDecider.decide(reopen, facts))).isEmpty();
        assertThat(tell(WalletDecider.decide(close, facts))).hasSize(1);
        assertThat(tell(WalletDecider.decide(close, facts))).isEmpty();
        assertThat(tell(WalletDecider.decide(reopen, facts))).hasSize(1);
        assertThat(tell(WalletDecider.decide(reopen, facts))).isEmpty();
    }

    @Test
    void sendsWhatIsAvailableAndNothingElse() {
        Rejection missing = new Rejection("insufficient-funds", "The wallet has less than that available");
        assertThat(refusal(send("t1", OTHER, won(1)))).isEqualTo(missing);
        tell(credit("c1", won(5_000), CreditSource.POINTS));
        assertThat(refusal(send("t1", OTHER, won(5_001)))).isEqualTo(missing);
        assertThat(refusal(send("t1", OTHER, Money.of(1, "EUR")))).isEqualTo(missing);
        assertThat(refusal(send("t1", OTHER, won(0))))
                .isEqualTo(new Rejection("amount-invalid", "A transfer is more than nothing"));
        assertThat(tell(send("t1", OTHER, won(5_000)))).hasSize(1);
        assertThat(facts.available()).isEqualTo(won(0));
    }

    @Test
    void holdsOnceAndOnlyWhatIsAskedForInItsOwnCurrency() {
        tell(credit("c1", won(5_000), CreditSource.POINTS));
        assertThat(reason(hold("h-eur", Money.of(100, "EUR")))).isEqualTo("currency-mismatch");
        assertThat(reason(hold("h-0", won(0)))).isEqualTo("nothing-to-hold");
        assertThat(hold("h1", won(3_000)))
                .singleElement()
                .isInstanceOfSatisfying(
                        FundsHeld.class, held -> assertThat(held.amount()).isEqualTo(won(3_000)));
        assertThat(hold("h1", won(3_000))).isEmpty();
        assertThat(hold("h-0", won(1))).isEmpty();
        assertThat(facts.available()).isEqualTo(won(2_000));
        assertThat(facts.balance()).isEqualTo(5_000);
    }

    @Test
    void endsNoHoldThatItNeverHad() {
        Rejection unknown = new Rejection(Rejection.NOT_FOUND, "There is no hold h1");
        assertThat(refusal(capture())).isEqualTo(unknown);
        assertThat(refusal(release())).isEqualTo(unknown);
        assertThat(refusal(expire())).isEqualTo(unknown);
    }

    @Test
    void capturesNothingThatItDoesNotHold() {
        Rejection conflict = new Rejection("hold-conflict", "Hold h1 holds nothing that could be captured");
        hold(won(1));
        assertThat(refusal(capture())).isEqualTo(conflict);
        assertThat(tell(release())).isEmpty();
        assertThat(tell(expire())).isEmpty();
    }

    @Test
    void capturesNothingThatItGaveBack() {
        tell(credit("c1", won(5_000), CreditSource.POINTS));
        hold(won(3_000));
        tell(release());
        assertThat(refusal(capture()).code()).isEqualTo("hold-conflict");
        assertThat(facts.available()).isEqualTo(won(5_000));
        assertThat(facts.balance()).isEqualTo(5_000);
    }

    @Test
    void grantsALotOfPointsOnceAndMoreThanNothing() {
        assertThat(refusal(grant(won(0)))).isEqualTo(new Rejection("amount-invalid", "A grant is more than nothing"));
        assertThat(tell(grant(won(300)))).hasSize(1);
        assertThat(tell(grant(won(300)))).isEmpty();
        assertThat(refusal(credit("c1", Money.of(5, "EUR"), CreditSource.TOP_UP)))
                .isEqualTo(new Rejection("currency-mismatch", "The wallet keeps KRW, not EUR"));
    }

    @Test
    void expiresNoPointsThatWereNeverGrantedOrAreNotDue() {
        assertThat(refusal(PointsDecider.decide(new ExpirePoints(WALLET, LOT, AT), facts)))
                .isEqualTo(new Rejection(Rejection.NOT_FOUND, "There is no lot " + LOT.value()));
        tell(grant(won(300)));
        assertThat(refusal(PointsDecider.decide(new ExpirePoints(WALLET, LOT, AT.plusSeconds(59)), facts)))
                .isEqualTo(new Rejection("points-not-due", "The points can be spent until 2026-11-21T01:01:00Z"));
    }

    private Decision<WalletEvent> credit(String id, Money amount, CreditSource source) {
        return WalletDecider.decide(new CreditWallet(WALLET, id, amount, source, AT), facts, LIMIT);
    }

    private Decision<WalletEvent> offer(String id, Money amount) {
        return WalletDecider.decide(new OfferFunds(WALLET, id, amount, CreditSource.TOP_UP, AT), facts, LIMIT);
    }

    private Decision<WalletEvent> send(String id, WalletId to, Money amount) {
        return WalletDecider.decide(new SendFunds(WALLET, id, to, amount, AT), facts);
    }

    private Decision<WalletEvent> grant(Money amount) {
        return PointsDecider.decide(
                new GrantPoints(WALLET, LOT, amount, AT.plusSeconds(60), "welcome", "kim", AT), facts);
    }

    private Decision<WalletEvent> capture() {
        return WalletDecider.decide(new CaptureHold(WALLET, HOLD, AT), facts);
    }

    private Decision<WalletEvent> release() {
        return WalletDecider.decide(new ReleaseHold(WALLET, HOLD, AT), facts);
    }

    private Decision<WalletEvent> expire() {
        return WalletDecider.decide(new ExpireHold(WALLET, HOLD, AT), facts);
    }

    private List<WalletEvent> hold(Money upTo) {
        return hold(HOLD.value(), upTo);
    }

    private List<WalletEvent> hold(String id, Money upTo) {
        return tell(WalletDecider.decide(new HoldFunds(WALLET, new HoldId(id), BILL, upTo, AT), facts));
    }

    private List<WalletEvent> tell(Decision<WalletEvent> decision) {
        List<WalletEvent> events = ((Decision.Accepted<WalletEvent>) decision).events();
        events.forEach(event -> facts = WalletDecider.evolve(facts, event));
        return events;
    }

    private static Rejection refusal(Decision<WalletEvent> decision) {
        return ((Decision.Refused<WalletEvent>) decision).rejection();
    }

    private static String reason(List<WalletEvent> events) {
        return ((HoldRefused) events.getFirst()).reason();
    }

    private static Money won(long amount) {
        return Money.of(amount, "KRW");
    }
}
