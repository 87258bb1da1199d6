package io.voltledger.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.PaymentSource;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.HandSettlement;
import io.voltledger.api.payment.HandSettlement.Way;
import io.voltledger.api.payment.PaymentEvent.PaymentApprovedLate;
import io.voltledger.api.payment.PaymentEvent.PaymentSettled;
import io.voltledger.api.payment.PaymentEvent.PaymentSettlementProposed;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.refund.RefundEvent.RefundPartSettled;
import io.voltledger.api.refund.RefundId;
import io.voltledger.api.refund.RefundPart;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettledByHandTest {

    private static final Instant AT = Instant.parse("2026-11-21T01:00:00Z");
    private static final BillId BILL = new BillId("CP-1:1");
    private static final PaymentId PAYMENT = PaymentId.of(BILL, 1);
    private static final MemberId MEMBER = new MemberId("M1");
    private static final Money AMOUNT = Money.of(1_100, "KRW");

    private final Map<String, Long> books = new HashMap<>();

    @Test
    void leavesWhatTheProviderKeepsWithTheProvider() {
        late(Way.BANK);

        assertThat(books)
                .containsEntry(Accounts.PROVIDER, 1_100L)
                .containsEntry(Accounts.BANK, -1_100L)
                .containsEntry(Accounts.CARD, 0L);
    }

    @Test
    void leavesNothingOpenWhereItWentBackThere() {
        late(Way.PROVIDER);

        assertThat(books).containsEntry(Accounts.PROVIDER, 0L).containsEntry(Accounts.CARD, 0L);
    }

    @Test
    void isOwedAgainLikeAnyRefund() {
        book(refunded(PaymentSource.CARD, Way.PROVIDER));
        book(refunded(PaymentSource.WALLET, Way.BANK));

        assertThat(books)
                .containsEntry(Accounts.receivable(MEMBER), 2_200L)
                .containsEntry(Accounts.PROVIDER, -1_100L)
                .containsEntry(Accounts.BANK, -1_100L);
    }

    private void late(Way way) {
        HandSettlement settlement = new HandSettlement(way, "ref-7", "the card is gone", "kim");
        Bookkeeping.of(new PaymentApprovedLate(PAYMENT, BILL, AMOUNT, "pk", AT)).ifPresent(this::book);
        Bookkeeping.of(new PaymentSettlementProposed(PAYMENT, BILL, AMOUNT, settlement, AT))
                .ifPresent(this::book);
        Bookkeeping.of(new PaymentSettled(PAYMENT, BILL, AMOUNT, settlement, "lee", AT))
                .ifPresent(this::book);
    }

    private static Entry refunded(PaymentSource source, Way way) {
        return Bookkeeping.of(new RefundPartSettled(
                new RefundId("CP-1:1~r1"),
                BILL,
                MEMBER,
                0,
                new RefundPart(source, PAYMENT.value(), null, AMOUNT),
                new HandSettlement(way, "ref-7", "the card is gone", "kim"),
                "lee",
                AT));
    }

    private void book(Entry entry) {
        entry.postings()
                .postings()
                .forEach(posting ->
                        books.merge(posting.account(), posting.amount().amount(), Long::sum));
    }
}
