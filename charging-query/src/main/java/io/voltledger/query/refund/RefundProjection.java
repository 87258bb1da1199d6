package io.voltledger.query.refund;

import io.voltledger.api.payment.HandSettlement;
import io.voltledger.api.refund.RefundEvent.RefundApproved;
import io.voltledger.api.refund.RefundEvent.RefundCompleted;
import io.voltledger.api.refund.RefundEvent.RefundPartDue;
import io.voltledger.api.refund.RefundEvent.RefundPartFailed;
import io.voltledger.api.refund.RefundEvent.RefundPartReturned;
import io.voltledger.api.refund.RefundEvent.RefundPartSettled;
import io.voltledger.api.refund.RefundEvent.RefundRejected;
import io.voltledger.api.refund.RefundEvent.RefundRequested;
import io.voltledger.api.refund.RefundEvent.RefundSettlementProposed;
import io.voltledger.api.refund.RefundId;
import io.voltledger.api.refund.RefundPart;
import io.voltledger.api.refund.RefundState;
import io.voltledger.query.payment.SettlementColumns;
import io.voltledger.query.sql.Utc;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the refund tables. */
@Component
@ProcessingGroup("query-refund")
class RefundProjection {

    private static final int MAX_PROBLEM = 1000;

    private final JdbcClient jdbc;

    RefundProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(RefundRequested event) {
        jdbc.sql("""
                        insert into refund (refund_id, bill_id, member_id, amount, currency, state, reason, requested_by,
                                            requested_at, updated_at)
                        values (:refund, :bill, :member, :amount, :currency, :state, :reason, :by, :at, :at)
                        on duplicate key update reason = values(reason)
                        """)
                .param("refund", event.refund().value())
                .param("bill", event.bill().value())
                .param("member", event.member().value())
                .param("amount", event.amount().amount())
                .param("currency", event.amount().currency().getCurrencyCode())
                .param("state", state(event).name())
                .param("reason", event.reason())
                .param("by", event.requestedBy())
                .param("at", Utc.of(event.requestedAt()))
                .update();
        for (int part = 0; part < event.parts().size(); part++) {
            insert(event.refund(), part, event.parts().get(part));
        }
    }

    @EventHandler
    void on(RefundApproved event) {
        move(event.refund(), RefundState.RETURNING, event.approvedBy(), null, event.approvedAt());
    }

    @EventHandler
    void on(RefundRejected event) {
        move(event.refund(), RefundState.REJECTED, event.rejectedBy(), event.reason(), event.rejectedAt());
    }

    @EventHandler
    void on(RefundPartDue event) {
        move(event.refund(), RefundState.RETURNING, null, null, event.dueAt());
    }

    @EventHandler
    void on(RefundPartReturned event) {
        returned(event.refund(), event.part(), event.returnedAt());
    }

    @EventHandler
    void on(RefundSettlementProposed event) {
        settlement(event.refund(), event.settlement(), null);
    }

    @EventHandler
    void on(RefundPartSettled event) {
        settlement(event.refund(), event.settlement(), event.approvedBy());
        returned(event.refund(), event.part(), event.settledAt());
    }

    @EventHandler
    void on(RefundPartFailed event) {
        move(event.refund(), RefundState.FAILED, null, event.code() + ": " + event.detail(), event.failedAt());
    }

    @EventHandler
    void on(RefundCompleted event) {
        move(event.refund(), RefundState.COMPLETED, null, null, event.completedAt());
    }

    @ResetHandler
    void reset() {
        jdbc.sql("delete from refund_part").update();
        jdbc.sql("delete from refund").update();
    }

    private void returned(RefundId refund, int part, Instant at) {
        jdbc.sql("update refund_part set returned_at = :at where refund_id = :refund and part = :part")
                .param("at", Utc.of(at))
                .param("refund", refund.value())
                .param("part", part)
                .update();
        move(refund, RefundState.RETURNING, null, null, at);
    }

    private void settlement(RefundId refund, HandSettlement settlement, @Nullable String approver) {
        jdbc.sql("update refund set " + SettlementColumns.SET + " where refund_id = :refund")
                .params(SettlementColumns.values(settlement, approver))
                .param("refund", refund.value())
                .update();
    }

    private static RefundState state(RefundRequested event) {
        return event.needsApproval() ? RefundState.WAITING_FOR_APPROVAL : RefundState.RETURNING;
    }

    private void insert(RefundId refund, int number, RefundPart part) {
        jdbc.sql("""
                        insert into refund_part (refund_id, part, source, reference, provider_key, amount)
                        values (:refund, :part, :source, :reference, :key, :amount)
                        on duplicate key update amount = values(amount)
                        """)
                .param("refund", refund.value())
                .param("part", number)
                .param("source", part.source().name())
                .param("reference", part.reference())
                .param("key", part.providerKey())
                .param("amount", part.amount().amount())
                .update();
    }

    /** @param by absent leaves who decided as it stands */
    private void move(RefundId refund, RefundState state, @Nullable String by, @Nullable String problem, Instant at) {
        jdbc.sql("""
                        update refund set state = :state, decided_by = coalesce(:by, decided_by), problem = :problem,
                               updated_at = :at
                        where refund_id = :refund
                        """)
                .param("state", state.name())
                .param("by", by)
                .param(
                        "problem",
                        problem == null ? null : problem.substring(0, Math.min(problem.length(), MAX_PROBLEM)))
                .param("at", Utc.of(at))
                .param("refund", refund.value())
                .update();
    }
}
