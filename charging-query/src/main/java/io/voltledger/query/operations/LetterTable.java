package io.voltledger.query.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.operations.DeadLetterId;
import io.voltledger.api.operations.DeadLetterSource;
import io.voltledger.api.operations.DeadLetterView;
import io.voltledger.api.session.SessionId;
import io.voltledger.query.LetterPolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the framework's dead-letter table: of each sequence the first letter, which the others wait for. */
@Repository
class LetterTable {

    private static final String FIRST = """
            select letter.*, (
                select count(*) from dead_letter_entry later
                where later.processing_group = letter.processing_group
                  and later.sequence_identifier = letter.sequence_identifier
                  and later.sequence_index > letter.sequence_index) waiting
            from dead_letter_entry letter
            where not exists (
                select 1 from dead_letter_entry earlier
                where earlier.processing_group = letter.processing_group
                  and earlier.sequence_identifier = letter.sequence_identifier
                  and earlier.sequence_index < letter.sequence_index)
            """;

    /** @param event identifier of the event that could not be projected */
    record Letter(DeadLetterView view, String group, String sequence, String event) {}

    private final JdbcClient jdbc;
    private final ObjectMapper mapper = new ObjectMapper();

    LetterTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DeadLetterView> list() {
        return jdbc.sql(FIRST + "order by letter.enqueued_at desc limit 10000")
                .query((row, number) -> read(row).view())
                .list();
    }

    Optional<Letter> find(String letter) {
        return jdbc.sql(FIRST + "and letter.dead_letter_id = :letter")
                .param("letter", letter)
                .query((row, number) -> read(row))
                .optional();
    }

    /** The event that now stands first in a sequence; empty where nothing waits there. */
    Optional<String> firstEvent(String group, String sequence) {
        return jdbc.sql(FIRST + "and letter.processing_group = :group and letter.sequence_identifier = :sequence")
                .param("group", group)
                .param("sequence", sequence)
                .query((row, number) -> row.getString("event_identifier"))
                .optional();
    }

    private Letter read(ResultSet row) throws SQLException {
        String group = row.getString("processing_group");
        String aggregate = row.getString("aggregate_identifier");
        String type = row.getString("aggregate_type");
        return new Letter(
                new DeadLetterView(
                        new DeadLetterId(DeadLetterSource.PROJECTION, row.getString("dead_letter_id")),
                        DeadLetterSource.PROJECTION,
                        group,
                        simpleName(row.getString("payload_type")) + ": " + row.getString("cause_type") + ": "
                                + row.getString("cause_message"),
                        Instant.parse(row.getString("enqueued_at")),
                        attempts(row.getBytes("diagnostics")),
                        row.getInt("waiting") + " later events of " + row.getString("sequence_identifier") + " in "
                                + group,
                        "ChargingSession".equals(type) ? new SessionId(aggregate) : null,
                        "Bill".equals(type) ? new BillId(aggregate) : null),
                group,
                row.getString("sequence_identifier"),
                row.getString("event_identifier"));
    }

    /** What was set aside before attempts were counted was tried once. */
    private int attempts(byte[] diagnostics) throws SQLException {
        try {
            return Math.max(
                    1, mapper.readTree(diagnostics).path(LetterPolicy.ATTEMPTS).asInt(1));
        } catch (JsonProcessingException e) {
            throw new SQLException("The diagnostics of a dead letter cannot be read", e);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String simpleName(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }
}
