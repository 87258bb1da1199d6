package io.voltledger.saga.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.voltledger.api.member.MemberId;
import io.voltledger.runtime.AxonJson;
import io.voltledger.saga.work.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of what was heard and what is to be mailed. */
@Repository
class NotificationOutbox {

    private static final int MAX_ERROR = 1000;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final ObjectMapper mapper = AxonJson.mapper();

    NotificationOutbox(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Whether this is the first time that the consumer hears of the event. */
    boolean isNew(String consumer, String eventId, Instant now) {
        try {
            jdbc.sql("""
                    insert into handled_integration_event (consumer, event_id, handled_at)
                    values (:consumer, :event, :now)""")
                    .param("consumer", consumer)
                    .param("event", eventId)
                    .param("now", UtcTime.of(now))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Whether it was added; false where it is there already. */
    boolean add(String id, MemberId member, String template, Map<String, Object> facts, Instant now) {
        try {
            jdbc.sql("""
                    insert into notification_outbox (notification_id, member_id, template, facts, state, next_at,
                        created_at)
                    values (:id, :member, :template, :facts, 'READY', :now, :now)""")
                    .param("id", id)
                    .param("member", member.value())
                    .param("template", template)
                    .param("facts", json(facts))
                    .param("now", UtcTime.of(now))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    List<Notification> claim(int room, Instant now, Duration lease) {
        return transactions.execute(status -> {
            String claim = UUID.randomUUID().toString();
            List<Notification> due = jdbc.sql("""
                    select * from notification_outbox
                    where state = 'READY' and next_at <= :now and (lease_until is null or lease_until < :now)
                    order by next_at limit :room for update skip locked""")
                    .param("now", UtcTime.of(now))
                    .param("room", room)
                    .query((row, number) -> read(row, claim))
                    .list();
            due.forEach(notification -> jdbc.sql("""
                    update notification_outbox set owner = :owner, lease_until = :until, attempts = attempts + 1
                    where notification_id = :id""")
                    .param("owner", claim)
                    .param("until", UtcTime.of(now.plus(lease)))
                    .param("id", notification.id())
                    .update());
            return due;
        });
    }

    void sent(Notification notification) {
        release(notification, "SENT", null, null);
    }

    void failed(Notification notification, String cause) {
        release(notification, "FAILED", null, cause);
    }

    void again(Notification notification, Instant at, String error) {
        release(notification, "READY", at, error);
    }

    private void release(Notification notification, String state, @Nullable Instant at, @Nullable String error) {
        jdbc.sql("""
                update notification_outbox set state = :state, next_at = coalesce(:at, next_at), last_error = :error,
                    lease_until = null, owner = null,
                    failed_at = case when :state = 'FAILED' then utc_timestamp(6) else null end
                where notification_id = :id and owner = :owner""")
                .param("state", state)
                .param("at", at == null ? null : UtcTime.of(at))
                .param("error", error == null ? null : error.substring(0, Math.min(error.length(), MAX_ERROR)))
                .param("id", notification.id())
                .param("owner", notification.claim())
                .update();
    }

    private Notification read(ResultSet row, String claim) throws SQLException {
        try {
            return new Notification(
                    row.getString("notification_id"),
                    new MemberId(row.getString("member_id")),
                    row.getString("template"),
                    mapper.readValue(row.getString("facts"), new TypeReference<Map<String, Object>>() {}),
                    row.getInt("attempts") + 1,
                    claim);
        } catch (JsonProcessingException e) {
            throw new SQLException("The facts of a notification cannot be read", e);
        }
    }

    private String json(Map<String, Object> facts) {
        try {
            return mapper.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Facts cannot be written", e);
        }
    }
}
