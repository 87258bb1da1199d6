package io.voltledger.query.payment;

import io.voltledger.api.payment.PaymentMethodEvent.PaymentMethodRegistered;
import io.voltledger.api.payment.PaymentMethodEvent.PaymentMethodRemoved;
import io.voltledger.query.sql.Change;
import io.voltledger.query.sql.Changes;
import io.voltledger.query.sql.Utc;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the payment_method table: what a member sees of a card, never what charges it. */
@Component
@ProcessingGroup("query-payment")
class PaymentMethodProjection {

    private static final Change REGISTER = Change.each("""
            insert into payment_method (method_id, member_id, issuer, masked_number, registered_at)
            values (:method, :member, :issuer, :masked, :at)
            on duplicate key update issuer = values(issuer), masked_number = values(masked_number)
            """);

    private static final Change REMOVE =
            Change.latest("update payment_method set removed_at = :at where method_id = :method");

    private final JdbcClient jdbc;
    private final Changes changes;

    PaymentMethodProjection(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    @EventHandler
    void on(PaymentMethodRegistered event) {
        changes.of(event.method(), REGISTER)
                .param("method", event.method().value())
                .param("member", event.member().value())
                .param("issuer", event.issuer())
                .param("masked", event.maskedNumber())
                .param("at", Utc.of(event.registeredAt()))
                .apply();
    }

    @EventHandler
    void on(PaymentMethodRemoved event) {
        changes.of(event.method(), REMOVE)
                .param("method", event.method().value())
                .param("at", Utc.of(event.removedAt()))
                .apply();
    }

    @ResetHandler
    void reset() {
        jdbc.sql("delete from payment_method").update();
    }
}
