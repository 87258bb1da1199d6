package io.voltledger.saga.operations;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.operations.DeadLetterId;
import io.voltledger.api.operations.DeadLetterSource;
import io.voltledger.api.operations.DeadLetterView;
import io.voltledger.api.operations.OperationsQuery.ListDeadLetters;
import io.voltledger.api.session.SessionId;
import io.voltledger.saga.work.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The given-up rows of this module's tables, as one list. A payment that needs a refund by hand is shown by its call. */
@Repository
class DeadLetterTables implements LetterKeeper {

    private static final String OPEN = """
            select * from (
                select 'PROCESS' source, cast(id as char) letter_key, kind, detail cause, occurred_at since, attempts,
                    session_id, bill_id, message is not null redrivable
                from payment_incident where state = 'OPEN' and kind <> 'refund-by-hand'
                union all
                select 'PAYMENT', concat(kind, ' ', payment_id), kind, last_error, coalesce(stopped_at, created_at),
                    attempts, session_id, bill_id, true
                from payment_intent where state = 'STOPPED'
                union all
                select 'MAIL', notification_id, template, last_error, coalesce(failed_at, created_at), attempts, null,
                    null, true
                from notification_outbox where state = 'FAILED'
            ) letter
            """;

    private final JdbcClient jdbc;

    DeadLetterTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<DeadLetterView> list(ListDeadLetters query) {
        Instant before = query.before();
        return query.page(jdbc
                .sql(OPEN + "where :before is null or since <= :before order by since desc limit 10000")
                .param("before", before == null ? null : UtcTime.of(before))
                .query((row, number) -> read(row).view())
                .stream());
    }

    @Override
    public Optional<Letter> find(DeadLetterId id) {
        return jdbc.sql(OPEN + "where source = :source and letter_key = :key")
                .param("source", id.source().name())
                .param("key", id.key())
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public boolean close(DeadLetterId id, boolean again, Instant now) {
        return switch (id.source()) {
            case PROCESS ->
                jdbc.sql("update payment_incident set state = :state where id = :key and state = 'OPEN'")
                                .param("state", again ? "REDRIVEN" : "DISCARDED")
                                .param("key", Long.valueOf(id.key()))
                                .update()
                        == 1;
            case PAYMENT ->
                jdbc.sql("""
                        update payment_intent set state = :state, next_at = :now
                        where kind = :kind and payment_id = :payment and state = 'STOPPED'""")
                                .param("state", again ? "READY" : "DISCARDED")
                                .param("now", UtcTime.of(now))
                                .param("kind", ProviderCall.of(id).kind())
                                .param("payment", ProviderCall.of(id).subject())
                                .update()
                        == 1;
            case MAIL ->
                jdbc.sql("""
                        update notification_outbox set state = :state, next_at = :now, attempts = 0
                        where notification_id = :key and state = 'FAILED'""")
                                .param("state", again ? "READY" : "DISCARDED")
                                .param("now", UtcTime.of(now))
                                .param("key", id.key())
                                .update()
                        == 1;
            case INTEGRATION, PROJECTION -> false;
        };
    }

    private static Letter read(ResultSet row) throws SQLException {
        DeadLetterSource source = DeadLetterSource.valueOf(row.getString("source"));
        String session = row.getString("session_id");
        String bill = row.getString("bill_id");
        String cause = row.getString("cause");
        return new Letter(
                new DeadLetterView(
                        new DeadLetterId(source, row.getString("letter_key")),
                        source,
                        row.getString("kind"),
                        cause == null ? "unknown" : cause,
                        row.getObject("since", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getInt("attempts"),
                        switch (source) {
                            case PROCESS -> blockedBy(row.getString("kind"));
                            case PAYMENT -> "this call to the payment provider; no other";
                            case MAIL -> "nothing: the driver was not told";
                            case INTEGRATION, PROJECTION -> "nothing";
                        },
                        session == null ? null : new SessionId(session),
                        bill == null ? null : new BillId(bill)),
                row.getBoolean("redrivable"));
    }

    private static String blockedBy(String kind) {
        return switch (kind) {
            case "payment-intents" ->
                "what is to be done at the payment provider for this payment, top-up or refund; no other";
            case "wallet-transfers" -> "this transfer; no other";
            case "wallet-top-ups" -> "this top-up; no other";
            case "overpayments" -> "what this bill took too much; no other";
            case "wallet-returns" -> "this refund; no other";
            case "bill-numbering" -> "the number of this bill or of a credit note of it; no other";
            case "bill-corrections" -> "the correction of this bill; no other";
            case "correction-by-hand" -> "nothing: this bill was not corrected";
            default -> "the payment of this bill; no other";
        };
    }
}
