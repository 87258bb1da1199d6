package io.voltledger.query.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.CreditNoteIssued;
import io.voltledger.api.billing.BillEvent.PaymentApplied;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.PaymentEvent;
import io.voltledger.api.refund.RefundEvent.RefundPartReturned;
import io.voltledger.api.refund.RefundEvent.RefundPartSettled;
import io.voltledger.api.topup.TopUpEvent;
import io.voltledger.api.wallet.Posting;
import io.voltledger.api.wallet.WalletEvent;
import io.voltledger.query.sql.Change;
import io.voltledger.query.sql.Changes;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.Utc;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the books: each posting under the position of the fact that it follows from. */
@Component
@ProcessingGroup("query-ledger")
class LedgerProjection {

    private static final int REMEMBERED_BILLS = 10_000;

    private static final Change POSTING = Change.each("""
            insert into ledger_posting (position, line, event_id, type, reference, bill_id, account, amount, currency, at)
            values (:position, :line, :event, :type, :reference, :bill, :account, :amount, :currency, :at)
            on duplicate key update reference = values(reference)
            """);

    private static final Change BILL = Change.each("""
            insert into ledger_bill (bill_id, member_id) values (:bill, :member)
            on duplicate key update member_id = values(member_id)
            """);

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Cache<BillId, MemberId> members =
            Caffeine.newBuilder().maximumSize(REMEMBERED_BILLS).build();

    LedgerProjection(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    @EventHandler
    void on(BillOpened event, EventMessage<?> message, TrackingToken token) {
        members.put(event.bill(), event.member());
        changes.of(event.bill(), BILL)
                .param("bill", event.bill().value())
                .param("member", event.member().value())
                .apply();
        Bookkeeping.of(event).ifPresent(entry -> write(entry, message, token));
    }

    @EventHandler
    void on(CreditNoteIssued event, EventMessage<?> message, TrackingToken token) {
        write(Bookkeeping.of(event), message, token);
    }

    @EventHandler
    void on(PaymentApplied event, EventMessage<?> message, TrackingToken token) {
        write(Bookkeeping.of(event, members.get(event.bill(), this::memberOf)), message, token);
    }

    @EventHandler
    void on(PaymentEvent event, EventMessage<?> message, TrackingToken token) {
        Bookkeeping.of(event).ifPresent(entry -> write(entry, message, token));
    }

    @EventHandler
    void on(WalletEvent event, EventMessage<?> message, TrackingToken token) {
        Bookkeeping.of(event).ifPresent(entry -> write(entry, message, token));
    }

    @EventHandler
    void on(TopUpEvent event, EventMessage<?> message, TrackingToken token) {
        Bookkeeping.of(event).ifPresent(entry -> write(entry, message, token));
    }

    @EventHandler
    void on(RefundPartReturned event, EventMessage<?> message, TrackingToken token) {
        write(Bookkeeping.of(event), message, token);
    }

    @EventHandler
    void on(RefundPartSettled event, EventMessage<?> message, TrackingToken token) {
        write(Bookkeeping.of(event), message, token);
    }

    @ResetHandler
    void reset() {
        jdbc.sql("delete from ledger_posting").update();
        jdbc.sql("delete from ledger_bill").update();
    }

    private MemberId memberOf(BillId bill) {
        changes.flush();
        return jdbc.sql("select member_id from ledger_bill where bill_id = :bill")
                .param("bill", bill.value())
                .query((row, number) -> new MemberId(row.getString("member_id")))
                .single();
    }

    private void write(Entry entry, EventMessage<?> message, TrackingToken token) {
        long position = token.position().orElseThrow();
        List<Posting> postings = entry.postings().postings();
        for (int line = 0; line < postings.size(); line++) {
            Posting posting = postings.get(line);
            changes.of(position, POSTING)
                    .param("position", position)
                    .param("line", line)
                    .param("event", message.getIdentifier())
                    .param("type", message.getPayloadType().getSimpleName())
                    .param("reference", entry.reference())
                    .param("bill", Columns.of(entry.bill(), BillId::value))
                    .param("account", posting.account())
                    .param("amount", posting.amount().amount())
                    .param("currency", posting.amount().currency().getCurrencyCode())
                    .param("at", Utc.of(message.getTimestamp()))
                    .apply();
        }
    }
}
