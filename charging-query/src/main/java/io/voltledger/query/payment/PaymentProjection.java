package io.voltledger.query.payment;

import io.voltledger.api.payment.HandSettlement;
import io.voltledger.api.payment.PaymentEvent.PaymentAbandoned;
import io.voltledger.api.payment.PaymentEvent.PaymentApproved;
import io.voltledger.api.payment.PaymentEvent.PaymentApprovedLate;
import io.voltledger.api.payment.PaymentEvent.PaymentCancelled;
import io.voltledger.api.payment.PaymentEvent.PaymentChargedBack;
import io.voltledger.api.payment.PaymentEvent.PaymentDeclined;
import io.voltledger.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.voltledger.api.payment.PaymentEvent.PaymentRequested;
import io.voltledger.api.payment.PaymentEvent.PaymentSettled;
import io.voltledger.api.payment.PaymentEvent.PaymentSettlementProposed;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.payment.PaymentMethodId;
import io.voltledger.api.payment.PaymentState;
import io.voltledger.query.sql.Change;
import io.voltledger.query.sql.Changes;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.RowChange;
import io.voltledger.query.sql.Utc;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the payment table. */
@Component
@ProcessingGroup("query-payment")
class PaymentProjection {

    private static final Change REQUEST = Change.each("""
            insert into payment (payment_id, bill_id, session_id, member_id, method_id, amount, currency,
                                 attempt, order_id, state, requested_at, updated_at)
            values (:payment, :bill, :session, :member, :method, :amount, :currency,
                    :attempt, :order, 'REQUESTED', :at, :at)
            on duplicate key update method_id = values(method_id)
            """);

    private static final Change STATE = Change.latest("""
            update payment set state = :state, code = :code, detail = :detail, updated_at = :at
            where payment_id = :payment
            """);

    private static final Change SETTLEMENT =
            Change.latest("update payment set " + SettlementColumns.SET + " where payment_id = :payment");

    private static final Change TAKEN =
            Change.latest("update payment set provider_key = :key where payment_id = :payment");

    private final JdbcClient jdbc;
    private final Changes changes;

    PaymentProjection(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    @EventHandler
    void on(PaymentRequested event) {
        changes.of(event.payment(), REQUEST)
                .param("payment", event.payment().value())
                .param("bill", event.bill().value())
                .param("session", event.session().value())
                .param("member", event.member().value())
                .param("method", Columns.of(event.method(), PaymentMethodId::value))
                .param("amount", event.amount().amount())
                .param("currency", event.amount().currency().getCurrencyCode())
                .param("attempt", event.attempt())
                .param("order", event.order().value())
                .param("at", Utc.of(event.requestedAt()))
                .apply();
    }

    @EventHandler
    void on(PaymentApproved event) {
        state(event.payment(), PaymentState.APPROVED, null, null, event.approvedAt());
        taken(event.payment(), event.providerKey());
    }

    @EventHandler
    void on(PaymentDeclined event) {
        state(event.payment(), PaymentState.DECLINED, event.code(), event.detail(), event.declinedAt());
    }

    @EventHandler
    void on(PaymentOutcomeUnknown event) {
        state(event.payment(), PaymentState.UNKNOWN, null, event.cause(), event.unknownSince());
    }

    @EventHandler
    void on(PaymentAbandoned event) {
        state(event.payment(), PaymentState.ABANDONED, null, event.reason(), event.abandonedAt());
    }

    @EventHandler
    void on(PaymentApprovedLate event) {
        state(event.payment(), PaymentState.APPROVED_LATE, null, null, event.approvedAt());
        taken(event.payment(), event.providerKey());
    }

    @EventHandler
    void on(PaymentCancelled event) {
        state(event.payment(), PaymentState.CANCELLED, null, null, event.cancelledAt());
    }

    @EventHandler
    void on(PaymentSettlementProposed event) {
        settlement(event.payment(), event.settlement(), null);
    }

    @EventHandler
    void on(PaymentSettled event) {
        settlement(event.payment(), event.settlement(), event.approvedBy());
        state(event.payment(), PaymentState.SETTLED, null, null, event.settledAt());
    }

    @EventHandler
    void on(PaymentChargedBack event) {
        state(event.payment(), PaymentState.CHARGED_BACK, event.reference(), event.reason(), event.chargedBackAt());
    }

    @ResetHandler
    void reset() {
        jdbc.sql("delete from payment").update();
    }

    private void state(
            PaymentId payment, PaymentState state, @Nullable String code, @Nullable String detail, Instant at) {
        changes.of(payment, STATE)
                .param("payment", payment.value())
                .param("state", state.name())
                .param("code", code)
                .param("detail", detail)
                .param("at", Utc.of(at))
                .apply();
    }

    private void settlement(PaymentId payment, HandSettlement settlement, @Nullable String approver) {
        RowChange row = changes.of(payment, SETTLEMENT).param("payment", payment.value());
        SettlementColumns.values(settlement, approver).forEach(row::param);
        row.apply();
    }

    private void taken(PaymentId payment, String providerKey) {
        changes.of(payment, TAKEN)
                .param("payment", payment.value())
                .param("key", providerKey)
                .apply();
    }
}
