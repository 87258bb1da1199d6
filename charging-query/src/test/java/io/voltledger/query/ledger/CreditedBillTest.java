package io.voltledger.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.CreditNoteIssued;
import io.voltledger.api.billing.BillEvent.PaymentApplied;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillTotals;
import io.voltledger.api.billing.CreditNoteId;
import io.voltledger.api.billing.PaymentSource;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.refund.RefundEvent.RefundPartReturned;
import io.voltledger.api.refund.RefundId;
import io.voltledger.api.refund.RefundPart;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.TariffId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CreditedBillTest {

    private static final Instant AT = Instant.parse("2026-11-21T01:00:00Z");
    private static final BillId BILL = new BillId("CP-1:1");
    private static final SessionId SESSION = new SessionId("CP-1:1");
    private static final MemberId MEMBER = new MemberId("M1");

    private final Map<String, Long> books = new HashMap<>();

    @Test
    void owesLessAndEarnsLess() {
        Bookkeeping.of(opened()).ifPresent(this::book);
        book(Bookkeeping.of(credited(won(800), won(0))));

        assertThat(books)
                .containsEntry(Accounts.receivable(MEMBER), 800L)
                .containsEntry(Accounts.REVENUE, -727L)
                .containsEntry(Accounts.VAT, -73L);
    }

    @Test
    void leavesNothingOpenOncePaidBack() {
        Bookkeeping.of(opened()).ifPresent(this::book);
        book(Bookkeeping.of(new PaymentApplied(BILL, PaymentSource.CARD, "p1", won(1_100), won(0), AT), MEMBER));
        book(Bookkeeping.of(credited(won(0), won(300))));
        assertThat(books).containsEntry(Accounts.receivable(MEMBER), -300L);

        RefundPart part = new RefundPart(PaymentSource.CARD, "p1", "pk", won(300));
        book(Bookkeeping.of(new RefundPartReturned(new RefundId("CP-1:1~r1"), BILL, MEMBER, 0, part, AT)));
        assertThat(books).containsEntry(Accounts.receivable(MEMBER), 0L).containsEntry(Accounts.REVENUE, -727L);
    }

    private static BillOpened opened() {
        return new BillOpened(
                BILL,
                SESSION,
                MEMBER,
                null,
                new TariffId("flat"),
                1,
                List.of(),
                new BillTotals(won(1_000), won(100), won(1_100)),
                AT);
    }

    private static CreditNoteIssued credited(Money outstanding, Money refundable) {
        return new CreditNoteIssued(
                BILL,
                new CreditNoteId("c1"),
                SESSION,
                MEMBER,
                "cable was broken",
                List.of(),
                new BillTotals(won(273), won(27), won(300)),
                outstanding,
                refundable,
                AT);
    }

    private void book(Entry entry) {
        entry.postings()
                .postings()
                .forEach(posting ->
                        books.merge(posting.account(), posting.amount().amount(), Long::sum));
    }

    private static Money won(long amount) {
        return Money.of(amount, "KRW");
    }
}
