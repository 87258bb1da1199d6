package io.voltledger.command.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.wallet.CreditSource;
import io.voltledger.api.wallet.HoldId;
import io.voltledger.api.wallet.LedgerEntry;
import io.voltledger.api.wallet.PointsLotId;
import io.voltledger.api.wallet.WalletCommand;
import io.voltledger.api.wallet.WalletCommand.CaptureHold;
import io.voltledger.api.wallet.WalletCommand.CreditWallet;
import io.voltledger.api.wallet.WalletCommand.ExpirePoints;
import io.voltledger.api.wallet.WalletCommand.GrantPoints;
import io.voltledger.api.wallet.WalletCommand.HoldFunds;
import io.voltledger.api.wallet.WalletCommand.ReleaseHold;
import io.voltledger.api.wallet.WalletEvent;
import io.voltledger.api.wallet.WalletEvent.FundsCredited;
import io.voltledger.api.wallet.WalletEvent.FundsHeld;
import io.voltledger.api.wallet.WalletEvent.HoldCaptured;
import io.voltledger.api.wallet.WalletEvent.HoldReleased;
import io.voltledger.api.wallet.WalletEvent.PointsExpired;
import io.voltledger.api.wallet.WalletEvent.PointsGranted;
import io.voltledger.api.wallet.WalletEvent.PointsReturned;
import io.voltledger.api.wallet.WalletEvent.PointsUsed;
import io.voltledger.api.wallet.WalletId;
import io.voltledger.command.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What holds for points in any order of granting, paying, giving back and expiring, as time goes on. */
class PointsLawsTest {

    private static final WalletId WALLET = new WalletId("M1");
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

    /** @param what happens at an hour of the day */
    record Ask(int what, int id, long amount, int hours) {}

    @Property(tries = 1_000)
    void noPointIsSpentTwiceOrLost(@ForAll("asks") List<Ask> asks) {
        Map<String, Long> ledger = new HashMap<>();
        Map<String, Long> spent = new HashMap<>();
        WalletFacts facts = WalletFacts.NONE;
        Instant now = START;
        for (Ask ask : asks) {
            now = now.plus(Duration.ofHours(1));
            for (WalletEvent event : eventsOf(command(ask, now, facts), facts)) {
                facts = WalletDecider.evolve(facts, event);
                count(event, spent);
                entryOf(event)
                        .ifPresent(entry -> entry.postings()
                                .forEach(posting -> ledger.merge(
                                        posting.account(), posting.amount().amount(), Long::sum)));
            }
            agree(facts, ledger, spent);
        }
    }

    /** What came back before the hold was captured was money, and counts in no refund of what was captured. */
    @Test
    void givesNoPointsBackForARefundBeforeTheCapture() {
        WalletFacts facts = told(new GrantPoints(WALLET, lot(1), won(3), START.plusSeconds(99), "r", "kim", START));
        facts = told(new HoldFunds(WALLET, hold(1), new BillId("b"), won(3), START), facts);
        facts = told(refund("early", 1), facts);
        facts = told(new HoldFunds(WALLET, hold(2), new BillId("b"), won(1), START), facts);
        facts = told(new CaptureHold(WALLET, hold(1), START), facts);
        facts = told(refund("first", 1), facts);

        assertThat(left(facts)).isEqualTo(won(1));
        assertThat(available(facts)).isZero();
    }

    private static CreditWallet refund(String id, long amount) {
        return new CreditWallet(WALLET, id, won(amount), CreditSource.REFUND, hold(1), START);
    }

    /** What a hold took and what its refunds gave back are the same points, and never more. */
    @Property(tries = 500)
    void refundsGiveMoneyBackFirstAndThenThePoints(
            @ForAll("amounts") long points, @ForAll("amounts") long money, @ForAll("shares") List<Long> shares) {
        WalletFacts facts = told(new GrantPoints(WALLET, lot(1), won(points), START.plusSeconds(9), "r", "kim", START));
        facts = told(new CreditWallet(WALLET, "c", won(money), CreditSource.TOP_UP, START), facts);
        long whole = points + money;
        facts = told(new HoldFunds(WALLET, hold(1), new BillId("b"), won(whole), START.plusSeconds(1)), facts);
        facts = told(new CaptureHold(WALLET, hold(1), START.plusSeconds(2)), facts);
        long back = 0;
        for (int part = 0; part < shares.size(); part++) {
            long amount = Math.min(shares.get(part), whole - back);
            if (amount > 0) {
                facts = told(
                        new CreditWallet(
                                WALLET, "r" + part, won(amount), CreditSource.REFUND, hold(1), START.plusSeconds(3)),
                        facts);
                back += amount;
            }
            assertThat(available(facts)).isEqualTo(Math.min(back, money));
            assertThat(left(facts)).isEqualTo(won(Math.max(0, back - money)));
        }
    }

    private static WalletFacts told(WalletCommand command) {
        return told(command, WalletFacts.NONE);
    }

    private static WalletFacts told(WalletCommand command, WalletFacts facts) {
        WalletFacts next = facts;
        List<WalletEvent> events = eventsOf(command, facts);
        assertThat(events).as("%s", command).isNotEmpty();
        for (WalletEvent event : events) {
            next = WalletDecider.evolve(next, event);
        }
        return next;
    }

    private static void agree(WalletFacts facts, Map<String, Long> ledger, Map<String, Long> spent) {
        long left = 0;
        for (Points.Lot lot : facts.points().lots().values()) {
            assertThat(lot.left().amount()).isNotNegative();
            left += lot.left().amount();
        }
        assertThat(left).isEqualTo(-ledger.getOrDefault("member:M1:points", 0L));
        assertThat(spent.values()).allSatisfy(amount -> assertThat(amount).isNotNegative());
        assertThat(available(facts)).isNotNegative().isEqualTo(-ledger.getOrDefault("member:M1:available", 0L));
        assertThat(ledger.values().stream().mapToLong(Long::longValue).sum()).isZero();
    }

    /** By lot, what is used at most: granted, less what expired. */
    private static void count(WalletEvent event, Map<String, Long> free) {
        switch (event) {
            case PointsGranted e -> free.put(e.lot().value(), e.amount().amount());
            case PointsUsed e ->
                e.parts()
                        .forEach(part ->
                                free.merge(part.lot().value(), -part.amount().amount(), Long::sum));
            case PointsReturned e ->
                e.parts()
                        .forEach(part ->
                                free.merge(part.lot().value(), part.amount().amount(), Long::sum));
            case PointsExpired e -> free.merge(e.lot().value(), -e.amount().amount(), Long::sum);
            default -> {
                // no points
            }
        }
    }

    private static Money left(WalletFacts facts) {
        return Objects.requireNonNull(facts.points().lots().get(lot(1).value())).left();
    }

    private static long available(WalletFacts facts) {
        Money available = facts.available();
        return available == null ? 0 : available.amount();
    }

    private static WalletCommand command(Ask ask, Instant now, WalletFacts facts) {
        return switch (ask.what()) {
            case 0 -> new GrantPoints(WALLET, lot(ask.id()), won(ask.amount()), later(now, ask), "r", "kim", now);
            case 1 -> new CreditWallet(WALLET, "c" + ask.id(), won(ask.amount()), CreditSource.TOP_UP, now);
            case 2 -> new HoldFunds(WALLET, hold(ask.id()), new BillId("b"), won(ask.amount()), now);
            case 3 -> new CaptureHold(WALLET, hold(ask.id()), now);
            case 4 -> new ReleaseHold(WALLET, hold(ask.id()), now);
            case 5 -> {
                WalletFacts.Hold held = facts.holds().get(hold(ask.id()).value());
                long most = held == null ? 0 : held.amount().amount() / 3;
                yield new CreditWallet(
                        WALLET,
                        "refund" + ask.id() + "/" + ask.hours() % 3,
                        won(Math.min(most, ask.amount())),
                        CreditSource.REFUND,
                        hold(ask.id()),
                        now);
            }
            default -> new ExpirePoints(WALLET, lot(ask.id()), now);
        };
    }

    private static Instant later(Instant now, Ask ask) {
        return now.plus(Duration.ofHours(ask.hours()));
    }

    private static List<WalletEvent> eventsOf(WalletCommand ask, WalletFacts facts) {
        Decision<WalletEvent> decision = switch (ask) {
            case GrantPoints grant -> PointsDecider.decide(grant, facts);
            case ExpirePoints expire -> PointsDecider.decide(expire, facts);
            case CreditWallet credit -> WalletDecider.decide(credit, facts, Map.of());
            case HoldFunds hold -> WalletDecider.decide(hold, facts);
            case CaptureHold capture -> WalletDecider.decide(capture, facts);
            case ReleaseHold release -> WalletDecider.decide(release, facts);
            default -> throw new IllegalArgumentException("not asked here: " + ask);
        };
        return decision instanceof Decision.Accepted<WalletEvent> accepted ? accepted.events() : List.of();
    }

    private static Optional<LedgerEntry> entryOf(WalletEvent event) {
        return switch (event) {
            case FundsCredited e -> Optional.of(e.entry());
            case FundsHeld e -> Optional.of(e.entry());
            case HoldCaptured e -> Optional.of(e.entry());
            case HoldReleased e -> Optional.of(e.entry());
            case PointsGranted e -> Optional.of(e.entry());
            case PointsUsed e -> Optional.of(e.entry());
            case PointsReturned e -> Optional.of(e.entry());
            case PointsExpired e -> Optional.of(e.entry());
            default -> Optional.empty();
        };
    }

    @Provide
    Arbitrary<List<Ask>> asks() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.longs().between(1, 900),
                        Arbitraries.integers().between(1, 12))
                .as(Ask::new)
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<Long> amounts() {
        return Arbitraries.longs().between(1, 1_000);
    }

    @Provide
    Arbitrary<List<Long>> shares() {
        return Arbitraries.longs().between(1, 700).list().ofMinSize(1).ofMaxSize(5);
    }

    private static PointsLotId lot(int id) {
        return PointsLotId.of(WALLET, "l" + id);
    }

    private static HoldId hold(int id) {
        return new HoldId("h" + id);
    }

    private static Money won(long amount) {
        return Money.of(amount, "KRW");
    }
}
