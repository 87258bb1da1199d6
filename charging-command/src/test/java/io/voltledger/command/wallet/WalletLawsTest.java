package io.voltledger.command.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.wallet.CreditSource;
import io.voltledger.api.wallet.HoldId;
import io.voltledger.api.wallet.LedgerEntry;
import io.voltledger.api.wallet.Posting;
import io.voltledger.api.wallet.WalletCommand;
import io.voltledger.api.wallet.WalletCommand.CaptureHold;
import io.voltledger.api.wallet.WalletCommand.CreditWallet;
import io.voltledger.api.wallet.WalletCommand.ExpireHold;
import io.voltledger.api.wallet.WalletCommand.HoldFunds;
import io.voltledger.api.wallet.WalletCommand.OfferFunds;
import io.voltledger.api.wallet.WalletCommand.ReleaseHold;
import io.voltledger.api.wallet.WalletCommand.SendFunds;
import io.voltledger.api.wallet.WalletEvent;
import io.voltledger.api.wallet.WalletId;
import io.voltledger.command.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every wallet, whatever is asked of it. */
class WalletLawsTest {

    private static final Map<String, Long> LIMITS = Map.of("KRW", 3_000L);
    private static final WalletId WALLET = new WalletId("M1");
    private static final Instant AT = Instant.parse("2026-11-21T01:00:00Z");

    @Property(tries = 500)
    void conservesMoneyAndNeverGoesNegative(@ForAll("asks") List<WalletCommand> asks) {
        Map<String, Long> ledger = new HashMap<>();
        WalletFacts facts = WalletFacts.NONE;
        for (WalletCommand ask : asks) {
            for (WalletEvent event : eventsOf(ask, facts)) {
                facts = WalletDecider.evolve(facts, event);
                entriesOf(event)
                        .forEach(posting ->
                                ledger.merge(posting.account(), posting.amount().amount(), Long::sum));
            }
            Money available = facts.available();
            long left = available == null ? 0 : available.amount();
            assertThat(left).isNotNegative().isEqualTo(-ledger.getOrDefault("member:M1:available", 0L));
            assertThat(-ledger.getOrDefault("member:M1:held", 0L)).isNotNegative();
            assertThat(ledger.values().stream().mapToLong(Long::longValue).sum())
                    .isZero();
        }
    }

    @Property(tries = 300)
    void askingTwiceMovesMoneyOnce(@ForAll("asks") List<WalletCommand> asks) {
        WalletFacts once = WalletFacts.NONE;
        WalletFacts twice = WalletFacts.NONE;
        for (WalletCommand ask : asks) {
            once = told(ask, once);
            twice = told(ask, told(ask, twice));
        }
        assertThat(twice).isEqualTo(once);
    }

    private static WalletFacts told(WalletCommand ask, WalletFacts facts) {
        WalletFacts next = facts;
        for (WalletEvent event : eventsOf(ask, facts)) {
            next = WalletDecider.evolve(next, event);
        }
        return next;
    }

    private static List<WalletEvent> eventsOf(WalletCommand ask, WalletFacts facts) {
        Decision<WalletEvent> decision = switch (ask) {
            case CreditWallet credit -> WalletDecider.decide(credit, facts, LIMITS);
            case OfferFunds offer -> WalletDecider.decide(offer, facts, LIMITS);
            case WalletCommand.CloseWallet close -> WalletDecider.decide(close, facts);
            case WalletCommand.ReopenWallet reopen -> WalletDecider.decide(reopen, facts);
            case SendFunds send -> WalletDecider.decide(send, facts);
            case HoldFunds hold -> WalletDecider.decide(hold, facts);
            case CaptureHold capture -> WalletDecider.decide(capture, facts);
            case ReleaseHold release -> WalletDecider.decide(release, facts);
            case WalletCommand.GrantPoints grant -> PointsDecider.decide(grant, facts);
            case WalletCommand.ExpirePoints expire -> PointsDecider.decide(expire, facts);
            case ExpireHold expire -> WalletDecider.decide(expire, facts);
        };
        return decision instanceof Decision.Accepted<WalletEvent> accepted ? accepted.events() : List.of();
    }

    private static List<Posting> entriesOf(WalletEvent event) {
        List<LedgerEntry> entries = new ArrayList<>();
        switch (event) {
            case WalletEvent.FundsCredited credited -> entries.add(credited.entry());
            case WalletEvent.FundsSent sent -> entries.add(sent.entry());
            case WalletEvent.FundsHeld held -> entries.add(held.entry());
            case WalletEvent.HoldCaptured captured -> entries.add(captured.entry());
            case WalletEvent.HoldReleased released -> entries.add(released.entry());
            case WalletEvent.PointsGranted granted -> entries.add(granted.entry());
            case WalletEvent.PointsUsed used -> entries.add(used.entry());
            case WalletEvent.PointsReturned returned -> entries.add(returned.entry());
            case WalletEvent.PointsExpired expired -> entries.add(expired.entry());
            case WalletEvent.HoldExpired expired -> entries.add(expired.entry());
            case WalletEvent.HoldRefused refused -> assertThat(refused.reason()).isNotBlank();
            case WalletEvent.CreditRefused refused -> assertThat(refused.code()).isNotBlank();
            case WalletEvent.WalletClosed closed -> assertThat(closed.reason()).isNotBlank();
            case WalletEvent.WalletReopened reopened ->
                assertThat(reopened.reason()).isNotBlank();
        }
        return entries.stream().flatMap(entry -> entry.postings().stream()).toList();
    }

    @Provide
    Arbitrary<List<WalletCommand>> asks() {
        Arbitrary<Integer> ids = Arbitraries.integers().between(1, 5);
        Arbitrary<Money> amounts = Combinators.combine(
                        Arbitraries.integers().between(-10, 1_000),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(9, Arbitraries.just("KRW")),
                                net.jqwik.api.Tuple.of(1, Arbitraries.just("EUR"))))
                .as((amount, currency) -> Money.of(amount, currency));
        Arbitrary<WalletCommand> credits = Combinators.combine(ids, amounts)
                .as((id, amount) -> new CreditWallet(WALLET, "c" + id, amount, CreditSource.POINTS, AT));
        Arbitrary<WalletCommand> holds = Combinators.combine(ids, amounts)
                .as((id, amount) -> new HoldFunds(WALLET, new HoldId("h" + id), new BillId("b" + id), amount, AT));
        Arbitrary<WalletCommand> captures = ids.map(id -> new CaptureHold(WALLET, new HoldId("h" + id), AT));
        Arbitrary<WalletCommand> expiries = ids.map(id -> new ExpireHold(WALLET, new HoldId("h" + id), AT));
        Arbitrary<WalletCommand> releases = ids.map(id -> new ReleaseHold(WALLET, new HoldId("h" + id), AT));
        Arbitrary<WalletCommand> transfers = Combinators.combine(ids, amounts)
                .as((id, amount) -> new SendFunds(WALLET, "t" + id, new WalletId("M" + id), amount, AT));
        Arbitrary<WalletCommand> offers = Combinators.combine(ids, amounts)
                .as((id, amount) -> new OfferFunds(WALLET, "o" + id, amount, CreditSource.TOP_UP, AT));
        Arbitrary<WalletCommand> closings = ids.map(id -> id < 2
                ? new WalletCommand.CloseWallet(WALLET, "moved", "kim", AT)
                : new WalletCommand.ReopenWallet(WALLET, "back", "kim", AT));
        return Arbitraries.oneOf(credits, offers, closings, transfers, holds, captures, releases, expiries)
                .list()
                .ofMaxSize(30);
    }
}
