package io.voltledger.saga.payment;

import io.voltledger.api.billing.BillCommand;
import io.voltledger.api.billing.BillEvent;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.payment.PaymentEvent;
import io.voltledger.api.refund.RefundEvent;
import io.voltledger.api.rerating.RerateEvent.CorrectionsOrdered;
import io.voltledger.api.session.SessionId;
import io.voltledger.saga.billing.Incidents;
import io.voltledger.saga.work.Patience;
import io.voltledger.saga.work.UtcTime;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps incidents in a table and says them in the log. */
@Repository
class PaymentIncidents implements Incidents {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentIncidents.class);
    private static final int MAX_DETAIL = 2000;

    private final JdbcClient jdbc;
    private final Serializer serializer;
    private final Clock clock;

    PaymentIncidents(JdbcClient jdbc, Serializer serializer, Clock clock) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.clock = clock;
    }

    @Override
    public void report(String subject, String kind, String detail) {
        write(subject, null, null, kind, detail, null, 1);
    }

    @Override
    public void report(BillId bill, SessionId session, String kind, String detail, @Nullable Object message) {
        if (message != null || !counted(bill, kind, detail)) {
            write(
                    bill.value(),
                    session,
                    bill,
                    kind,
                    detail,
                    message == null ? null : serializer.serialize(message, String.class),
                    1);
        }
    }

    @Override
    public void setAside(String group, Object fact, String detail) {
        BillId bill = bill(fact);
        write(
                bill == null ? fact.getClass().getSimpleName() : bill.value(),
                null,
                bill,
                group,
                detail,
                serializer.serialize(fact, String.class),
                Patience.TRIES);
    }

    private static @Nullable BillId bill(Object fact) {
        return switch (fact) {
            case PaymentEvent payment -> payment.bill();
            case RefundEvent refund -> refund.bill();
            case BillEvent bill -> bill.bill();
            case BillCommand bill -> bill.bill();
            case CorrectionsOrdered order ->
                order.bills().size() == 1 ? order.bills().getFirst() : null;
            default -> null;
        };
    }

    private boolean counted(BillId bill, String kind, String detail) {
        return jdbc.sql("""
                        update payment_incident set attempts = attempts + 1, detail = :detail
                        where subject = :subject and kind = :kind and state = 'OPEN' and message is null""")
                        .param("subject", bill.value())
                        .param("kind", kind)
                        .param("detail", cut(detail))
                        .update()
                > 0;
    }

    private void write(
            String subject,
            @Nullable SessionId session,
            @Nullable BillId bill,
            String kind,
            String detail,
            @Nullable SerializedObject<String> message,
            int attempts) {
        LOG.error("An operator must look at {}: {}: {}", subject, kind, detail);
        jdbc.sql("""
                insert into payment_incident (subject, kind, detail, session_id, bill_id, message_type, message,
                    attempts, occurred_at)
                values (:subject, :kind, :detail, :session, :bill, :type, :message, :attempts, :now)""")
                .param("subject", subject)
                .param("kind", kind)
                .param("detail", cut(detail))
                .param("session", session == null ? null : session.value())
                .param("bill", bill == null ? null : bill.value())
                .param("type", message == null ? null : message.getType().getName())
                .param("message", message == null ? null : message.getData())
                .param("attempts", attempts)
                .param("now", UtcTime.of(clock.instant()))
                .update();
    }

    @Override
    public void withdraw(String group, BillId bill, Predicate<Object> fact) {
        List<Long> open = jdbc.sql("""
                        select id from payment_incident
                        where state = 'OPEN' and kind = :group and bill_id = :bill and message is not null""")
                .param("group", group)
                .param("bill", bill.value())
                .query((row, number) -> row.getLong("id"))
                .list();
        open.stream()
                .filter(id -> message(id.toString()).filter(fact).isPresent())
                .forEach(id -> jdbc.sql("update payment_incident set state = 'DISCARDED' where id = :id")
                        .param("id", id)
                        .update());
    }

    @Override
    public Optional<Object> message(String incident) {
        return jdbc.sql("select message_type, message from payment_incident where id = :id and message is not null")
                .param("id", Long.valueOf(incident))
                .query((row, number) -> serializer.<String, Object>deserialize(new SimpleSerializedObject<>(
                        row.getString("message"),
                        String.class,
                        new SimpleSerializedType(row.getString("message_type"), null))))
                .optional();
    }

    private static String cut(String detail) {
        return detail.substring(0, Math.min(detail.length(), MAX_DETAIL));
    }
}
