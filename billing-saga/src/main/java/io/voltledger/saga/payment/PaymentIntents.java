package io.voltledger.saga.payment;

import io.voltledger.api.Money;
import io.voltledger.api.payment.OrderId;
import io.voltledger.api.payment.PaymentEvent.PaymentRequested;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.payment.PaymentMethodId;
import io.voltledger.api.refund.RefundEvent.RefundPartDue;
import io.voltledger.api.refund.RefundId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.topup.TopUpEvent.TopUpRequested;
import io.voltledger.api.topup.TopUpId;
import io.voltledger.saga.payment.PaymentIntent.Kind;
import io.voltledger.saga.payment.PaymentIntent.Refund;
import io.voltledger.saga.work.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of intents. Writing one again changes nothing; a claim lasts for its lease. */
@Repository
class PaymentIntents {

    private static final int MAX_ERROR = 1000;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    PaymentIntents(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    void charge(PaymentRequested event, Instant now) {
        jdbc.sql("""
                insert into payment_intent (payment_id, kind, bill_id, session_id, order_id, idempotency_key, amount,
                    currency, method_id, state, next_at, created_at)
                values (:payment, 'CHARGE', :bill, :session, :order, :key, :amount, :currency, :method, 'READY', :now,
                    :now)
                on duplicate key update payment_id = payment_id""")
                .param("payment", event.payment().value())
                .param("bill", event.bill().value())
                .param("session", event.session().value())
                .param("order", event.order().value())
                .param("key", "charge-" + event.order().value())
                .param("amount", event.amount().amount())
                .param("currency", event.amount().currency().getCurrencyCode())
                .param(
                        "method",
                        Optional.ofNullable(event.method())
                                .map(PaymentMethodId::value)
                                .orElse(null))
                .param("now", UtcTime.of(now))
                .update();
    }

    /** @param method what the member pays with now; absent where there is nothing */
    void charge(TopUpRequested event, @Nullable PaymentMethodId method, Instant now) {
        jdbc.sql("""
                insert into payment_intent (payment_id, kind, top_up_id, order_id, idempotency_key, amount, currency,
                    method_id, state, next_at, created_at)
                values (:subject, 'CHARGE', :topUp, :order, :key, :amount, :currency, :method, 'READY', :now, :now)
                on duplicate key update payment_id = payment_id""")
                .param("subject", subject(event.topUp()).value())
                .param("topUp", event.topUp().value())
                .param("order", event.order().value())
                .param("key", "charge-" + event.order().value())
                .param("amount", event.amount().amount())
                .param("currency", event.amount().currency().getCurrencyCode())
                .param("method", method == null ? null : method.value())
                .param("now", UtcTime.of(now))
                .update();
    }

    /** Names a top-up among all intents, as the books do. */
    static PaymentId subject(TopUpId topUp) {
        return new PaymentId(topUp.toString());
    }

    void query(PaymentId payment, Instant at, Instant now) {
        follow(payment, Kind.QUERY, null, at, now);
    }

    /** All that was taken goes back. */
    void cancel(PaymentId payment, String providerKey, Instant now) {
        follow(payment, Kind.CANCEL, providerKey, now, now);
    }

    void refund(RefundPartDue event, Instant now) {
        Refund refund = new Refund(event.refund(), event.part());
        int rows = jdbc.sql("""
                insert into payment_intent (payment_id, kind, bill_id, session_id, order_id, idempotency_key, amount,
                    currency, method_id, provider_key, state, next_at, created_at, refund_id, refund_part)
                select :subject, 'REFUND', bill_id, session_id, order_id, concat('refund-', :subject), :amount, :currency,
                    method_id, :providerKey, 'READY', :now, :now, :refund, :part
                from payment_intent charge where charge.payment_id = :payment and charge.kind = 'CHARGE'
                on duplicate key update next_at = payment_intent.next_at""")
                .param("subject", refund.subject().value())
                .param("amount", event.what().amount().amount())
                .param("currency", event.what().amount().currency().getCurrencyCode())
                .param("providerKey", event.what().providerKey())
                .param("now", UtcTime.of(now))
                .param("refund", event.refund().value())
                .param("part", event.part())
                .param("payment", event.what().reference())
                .update();
        if (rows == 0 && find(refund.subject(), Kind.REFUND).isEmpty()) {
            throw new IllegalStateException(
                    "No charge is known of payment " + event.what().reference());
        }
    }

    /**
     * Nobody begins to give back money of a payment or a refund until then. Where somebody does already, nothing changes.
     *
     * @return until when the call that is under way may last
     */
    Optional<Instant> holdBack(String of, Instant now, Instant until) {
        return transactions.execute(status -> {
            Optional<Instant> underWay = jdbc
                    .sql("""
                    select owner, lease_until from payment_intent
                    where (payment_id = :of and kind = 'CANCEL' or refund_id = :of) and state in ('READY', 'STOPPED')
                    for update""")
                    .param("of", of)
                    .query((row, number) -> row.getString("owner") == null
                            ? now
                            : row.getObject("lease_until", LocalDateTime.class).toInstant(ZoneOffset.UTC))
                    .list()
                    .stream()
                    .filter(now::isBefore)
                    .max(Comparator.naturalOrder());
            if (underWay.isEmpty()) {
                jdbc.sql("""
                        update payment_intent set lease_until = :until, owner = null
                        where (payment_id = :of and kind = 'CANCEL' or refund_id = :of) and state in ('READY', 'STOPPED')""").param("until", UtcTime.of(until)).param("of", of).update();
            }
            return underWay;
        });
    }

    /** What is not under way at this moment is never done: it was settled by hand. */
    void withdraw(PaymentId subject, Kind kind) {
        jdbc.sql("""
                update payment_intent set state = 'DISCARDED', owner = null, lease_until = null
                where payment_id = :subject and kind = :kind and state in ('READY', 'STOPPED')""")
                .param("subject", subject.value())
                .param("kind", kind.name())
                .update();
    }

    /** Whether the outcome of an order is unknown and is asked for now instead of later. */
    boolean askNow(String orderId, Instant now) {
        return jdbc.sql("""
                        update payment_intent set next_at = :now
                        where order_id = :order and kind = 'QUERY' and state = 'READY' and next_at > :now""")
                        .param("now", UtcTime.of(now))
                        .param("order", orderId)
                        .update()
                > 0;
    }

    /** The platform gave it up: from now on it is only asked for, never charged. */
    void abandon(PaymentId payment) {
        jdbc.sql("update payment_intent set abandoned = true where payment_id = :payment")
                .param("payment", payment.value())
                .update();
    }

    List<PaymentIntent> claim(int room, Instant now, Duration lease) {
        return transactions.execute(status -> claimWithin(room, now, lease));
    }

    private List<PaymentIntent> claimWithin(int room, Instant now, Duration lease) {
        String claim = UUID.randomUUID().toString();
        List<PaymentIntent> due = jdbc.sql("""
                select * from payment_intent
                where state = 'READY' and next_at <= :now and (lease_until is null or lease_until < :now)
                order by next_at limit :room for update skip locked""")
                .param("now", UtcTime.of(now))
                .param("room", room)
                .query((row, number) -> read(row, claim))
                .list();
        due.forEach(intent -> jdbc.sql("""
                update payment_intent set owner = :owner, lease_until = :until, attempts = attempts + 1
                where payment_id = :payment and kind = :kind""")
                .param("owner", claim)
                .param("until", UtcTime.of(now.plus(lease)))
                .param("payment", intent.payment().value())
                .param("kind", intent.kind().name())
                .update());
        return due;
    }

    void done(PaymentIntent intent) {
        release(intent, "DONE", null, null);
    }

    /** An operator must act. */
    void stopped(PaymentIntent intent, String error) {
        release(intent, "STOPPED", null, error);
    }

    void again(PaymentIntent intent, Instant at, String error) {
        release(intent, "READY", at, error);
    }

    private void release(PaymentIntent intent, String state, @Nullable Instant at, @Nullable String error) {
        jdbc.sql("""
                update payment_intent set state = :state, next_at = coalesce(:at, next_at), last_error = :error,
                    lease_until = null, owner = null,
                    stopped_at = case when :state = 'STOPPED' then utc_timestamp(6) else null end
                where payment_id = :payment and kind = :kind and owner = :owner""")
                .param("state", state)
                .param("at", at == null ? null : UtcTime.of(at))
                .param("error", error == null ? null : error.substring(0, Math.min(error.length(), MAX_ERROR)))
                .param("payment", intent.payment().value())
                .param("kind", intent.kind().name())
                .param("owner", intent.claim())
                .update();
    }

    private void follow(PaymentId payment, Kind kind, @Nullable String providerKey, Instant at, Instant now) {
        int rows = jdbc.sql("""
                insert into payment_intent (payment_id, kind, bill_id, session_id, top_up_id, order_id, idempotency_key,
                    amount, currency, method_id, provider_key, abandoned, state, next_at, created_at)
                select payment_id, :kind, bill_id, session_id, top_up_id, order_id,
                    case when :kind = 'CANCEL' then concat('cancel-', order_id) else idempotency_key end, amount,
                    currency, method_id, :providerKey, abandoned, 'READY', :at, :now
                from payment_intent charge where charge.payment_id = :payment and charge.kind = 'CHARGE'
                on duplicate key update next_at = payment_intent.next_at""")
                .param("kind", kind.name())
                .param("providerKey", providerKey)
                .param("at", UtcTime.of(at))
                .param("now", UtcTime.of(now))
                .param("payment", payment.value())
                .update();
        if (rows == 0 && find(payment, kind).isEmpty()) {
            throw new IllegalStateException("No charge is known of payment " + payment.value());
        }
    }

    private Optional<String> find(PaymentId payment, Kind kind) {
        return jdbc.sql("select state from payment_intent where payment_id = :payment and kind = :kind")
                .param("payment", payment.value())
                .param("kind", kind.name())
                .query(String.class)
                .optional();
    }

    private static PaymentIntent read(ResultSet row, String claim) throws SQLException {
        String method = row.getString("method_id");
        return new PaymentIntent(
                new PaymentId(row.getString("payment_id")),
                Kind.valueOf(row.getString("kind")),
                occasion(row),
                new OrderId(row.getString("order_id")),
                row.getString("idempotency_key"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                method == null ? null : new PaymentMethodId(method),
                row.getString("provider_key"),
                refund(row),
                row.getBoolean("abandoned"),
                row.getInt("attempts") + 1,
                claim);
    }

    private static Occasion occasion(ResultSet row) throws SQLException {
        String topUp = row.getString("top_up_id");
        return topUp == null
                ? new BillCharge(new PaymentId(row.getString("payment_id")), new SessionId(row.getString("session_id")))
                : new TopUpCharge(new TopUpId(topUp));
    }

    private static @Nullable Refund refund(ResultSet row) throws SQLException {
        String refund = row.getString("refund_id");
        return refund == null ? null : new Refund(new RefundId(refund), row.getInt("refund_part"));
    }
}
