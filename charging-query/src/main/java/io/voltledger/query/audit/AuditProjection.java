package io.voltledger.query.audit;

import io.voltledger.api.ContextKeys;
import io.voltledger.api.billing.BillEvent;
import io.voltledger.api.notification.NotificationEvent;
import io.voltledger.api.notification.NotificationEvent.NotificationRequested;
import io.voltledger.api.payment.PaymentEvent;
import io.voltledger.api.refund.RefundEvent;
import io.voltledger.api.session.SessionEvent;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.token.TokenEvent;
import io.voltledger.api.wallet.WalletEvent;
import io.voltledger.query.sql.Change;
import io.voltledger.query.sql.Changes;
import io.voltledger.query.sql.Utc;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the audit_event table: each event that concerns a session, under its position in the event store. */
@Component
@ProcessingGroup("query-audit")
class AuditProjection {

    private static final Change EVENT = Change.each("""
            insert into audit_event (position, event_id, session_id, type, aggregate, sequence, timestamp,
                                     actor, correlation_id, causation_id, frame_id, payload)
            values (:position, :event, :session, :type, :aggregate, :sequence, :at,
                    :actor, :correlation, :causation, :frame, :payload)
            on duplicate key update payload = values(payload)
            """);

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Serializer serializer;

    AuditProjection(JdbcClient jdbc, Changes changes, Serializer serializer) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.serializer = serializer;
    }

    @EventHandler(payloadType = SessionEvent.class)
    void onSession(EventMessage<?> event, TrackingToken token) {
        record(event, token);
    }

    @EventHandler(payloadType = BillEvent.class)
    void onBill(EventMessage<?> event, TrackingToken token) {
        record(event, token);
    }

    @EventHandler(payloadType = PaymentEvent.class)
    void onPayment(EventMessage<?> event, TrackingToken token) {
        record(event, token);
    }

    @EventHandler(payloadType = RefundEvent.class)
    void onRefund(EventMessage<?> event, TrackingToken token) {
        record(event, token);
    }

    @EventHandler(payloadType = WalletEvent.class)
    void onWallet(EventMessage<?> event, TrackingToken token) {
        record(event, token);
    }

    @EventHandler(payloadType = TokenEvent.class)
    void onToken(EventMessage<?> event, TrackingToken token) {
        record(event, token);
    }

    @EventHandler(payloadType = NotificationEvent.class)
    void onNotification(EventMessage<?> event, TrackingToken token) {
        NotificationEvent fact = (NotificationEvent) event.getPayload();
        if (fact instanceof NotificationRequested requested) {
            remember(requested);
        }
        Concerned.session(fact).or(() -> sessionOf(fact)).ifPresent(session -> write(event, token, session));
    }

    @ResetHandler
    void reset() {
        jdbc.sql("delete from audit_notification").update();
        jdbc.sql("delete from audit_event").update();
    }

    private void record(EventMessage<?> event, TrackingToken token) {
        Concerned.session(event.getPayload()).ifPresent(session -> write(event, token, session));
    }

    private void write(EventMessage<?> event, TrackingToken token, SessionId session) {
        Optional<DomainEventMessage<?>> recorded =
                event instanceof DomainEventMessage<?> domain ? Optional.of(domain) : Optional.empty();
        changes.of(session, EVENT)
                .param("position", token.position().orElseThrow())
                .param("event", event.getIdentifier())
                .param("session", session.value())
                .param("type", event.getPayloadType().getSimpleName())
                .param(
                        "aggregate",
                        recorded.map(DomainEventMessage::getAggregateIdentifier).orElse(null))
                .param(
                        "sequence",
                        recorded.map(DomainEventMessage::getSequenceNumber).orElse(null))
                .param("at", Utc.of(event.getTimestamp()))
                .param("actor", context(event, ContextKeys.ACTOR))
                .param("correlation", context(event, ContextKeys.CORRELATION_ID))
                .param("causation", context(event, ContextKeys.CAUSATION_ID))
                .param("frame", context(event, ContextKeys.FRAME_ID))
                .param(
                        "payload",
                        event.serializePayload(serializer, String.class).getData())
                .apply();
    }

    private void remember(NotificationRequested event) {
        Concerned.session(event)
                .ifPresent(session -> jdbc.sql("""
                        insert into audit_notification (notification_id, session_id) values (:notification, :session)
                        on duplicate key update session_id = values(session_id)
                        """)
                        .param("notification", event.notification())
                        .param("session", session.value())
                        .update());
    }

    private Optional<SessionId> sessionOf(NotificationEvent event) {
        return jdbc.sql("select session_id from audit_notification where notification_id = :notification")
                .param("notification", event.notification())
                .query(String.class)
                .optional()
                .map(SessionId::new);
    }

    private static @Nullable String context(EventMessage<?> event, String key) {
        Object value = event.getMetaData().get(key);
        return value == null ? null : value.toString();
    }
}
