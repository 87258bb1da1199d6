package io.voltledger.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.PaymentApplied;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillTotals;
import io.voltledger.api.billing.PaymentSource;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.PaymentEvent.PaymentApproved;
import io.voltledger.api.payment.PaymentEvent.PaymentApprovedLate;
import io.voltledger.api.payment.PaymentEvent.PaymentCancelled;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.wallet.CreditSource;
import io.voltledger.api.wallet.HoldId;
import io.voltledger.api.wallet.LedgerEntry;
import io.voltledger.api.wallet.WalletEvent.FundsCredited;
import io.voltledger.api.wallet.WalletEvent.FundsHeld;
import io.voltledger.api.wallet.WalletEvent.HoldCaptured;
import io.voltledger.api.wallet.WalletEvent.HoldReleased;
import io.voltledger.api.wallet.WalletId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What holds in the books whatever happened. */
class BookkeepingLawsTest {

    private static final Instant AT = Instant.parse("2026-11-21T01:00:00Z");
    private static final MemberId MEMBER = new MemberId("M1");
    private static final WalletId WALLET = WalletId.of(MEMBER);
    private static final String AVAILABLE = "member:M1:available";
    private static final String HELD = "member:M1:held";

    private final Map<String, Long> books = new HashMap<>();

    @Property(tries = 300)
    void debitsEqualCreditsAfterEveryFactAndEveryPaidBillLeavesNothingOpen(
            @ForAll @Size(max = 8) List<@LongRange(min = 1, max = 100_000) Long> nets,
            @ForAll @IntRange(max = 100) int walletPercent,
            @ForAll @IntRange(max = 2) int lateApprovals) {
        books.clear();
        long revenue = 0;
        for (int number = 0; number < nets.size(); number++) {
            long net = nets.get(number);
            revenue += net;
            long gross = net + net / 10;
            settle(new BillId("CP-1:" + number), net, gross, gross * walletPercent / 100, lateApprovals);
        }
        assertThat(books.getOrDefault(Accounts.REVENUE, 0L)).isEqualTo(-revenue);
        assertThat(List.of(Accounts.CARD, Accounts.WALLET, Accounts.receivable(MEMBER), AVAILABLE, HELD))
                .allSatisfy(account ->
                        assertThat(books.getOrDefault(account, 0L)).as(account).isZero());
    }

    private void settle(BillId bill, long net, long gross, long fromWallet, int lateApprovals) {
        SessionId session = new SessionId(bill.value());
        Money card = won(gross - fromWallet);
        Bookkeeping.of(new BillOpened(
                        bill,
                        session,
                        MEMBER,
                        null,
                        new TariffId("flat"),
                        1,
                        List.of(),
                        new BillTotals(won(net), won(gross - net), won(gross)),
                        AT))
                .ifPresent(this::book);
        if (fromWallet > 0) {
            wallet(bill, won(fromWallet));
            book(Bookkeeping.of(
                    new PaymentApplied(bill, PaymentSource.WALLET, "hold", won(fromWallet), card, AT), MEMBER));
        }
        for (int late = 0; late < lateApprovals && card.isPositive(); late++) {
            PaymentId payment = PaymentId.of(bill, late + 1);
            Bookkeeping.of(new PaymentApprovedLate(payment, bill, card, "pk", AT))
                    .ifPresent(this::book);
            Bookkeeping.of(new PaymentCancelled(payment, bill, card, AT)).ifPresent(this::book);
        }
        if (card.isPositive()) {
            PaymentId payment = PaymentId.of(bill, 9);
            Bookkeeping.of(new PaymentApproved(payment, bill, session, MEMBER, card, "pk", AT))
                    .ifPresent(this::book);
            book(Bookkeeping.of(
                    new PaymentApplied(bill, PaymentSource.CARD, payment.value(), card, won(0), AT), MEMBER));
        }
    }

    private void wallet(BillId bill, Money amount) {
        HoldId hold = new HoldId("hold-" + bill.value());
        LedgerEntry toHeld = LedgerEntry.of(AVAILABLE, HELD, amount);
        Bookkeeping.of(new FundsCredited(
                        WALLET,
                        "c-" + bill.value(),
                        amount,
                        CreditSource.POINTS,
                        LedgerEntry.of("points:issued", AVAILABLE, amount),
                        AT))
                .ifPresent(this::book);
        Bookkeeping.of(new FundsHeld(WALLET, hold, bill, amount, toHeld, AT)).ifPresent(this::book);
        Bookkeeping.of(new HoldReleased(WALLET, hold, bill, amount, LedgerEntry.of(HELD, AVAILABLE, amount), AT))
                .ifPresent(this::book);
        Bookkeeping.of(new FundsHeld(WALLET, hold, bill, amount, toHeld, AT)).ifPresent(this::book);
        Bookkeeping.of(new HoldCaptured(
                        WALLET, hold, bill, amount, LedgerEntry.of(HELD, "revenue:charging", amount), AT))
                .ifPresent(this::book);
    }

    private void book(Entry entry) {
        entry.postings()
                .postings()
                .forEach(posting ->
                        books.merge(posting.account(), posting.amount().amount(), Long::sum));
        assertThat(books.values().stream().mapToLong(Long::longValue).sum()).isZero();
    }

    private static Money won(long amount) {
        return Money.of(amount, "KRW");
    }
}
