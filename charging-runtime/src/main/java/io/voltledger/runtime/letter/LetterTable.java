package io.voltledger.runtime.letter;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.operations.DeadLetterId;
import io.voltledger.api.operations.DeadLetterSource;
import io.voltledger.api.operations.DeadLetterView;
import io.voltledger.api.operations.OperationsQuery.ListDeadLetters;
import io.voltledger.api.session.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the framework's dead-letter table: of each sequence the first letter, which the others wait for. Modules that share a
 * database share the table, and each reads its own groups.
 */
public final class LetterTable {

    private static final String FIRST = """
            select letter.*, (
                select count(*) from dead_letter_entry later
                where later.processing_group = letter.processing_group
                  and later.sequence_identifier = letter.sequence_identifier
                  and later.sequence_index > letter.sequence_index) waiting
            from dead_letter_entry letter
            where letter.processing_group like :groups and not exists (
                select 1 from dead_letter_entry earlier
                where earlier.processing_group = letter.processing_group
                  and earlier.sequence_identifier = letter.sequence_identifier
                  and earlier.sequence_index < letter.sequence_index)
            """;

    /** @param event identifier of the event that failed */
    public record Letter(DeadLetterView view, String group, String sequence, String event) {}

    private final JdbcClient jdbc;
    private final DeadLetterSource source;
    private final String groups;

    /** @param groups as SQL's {@code like} has it */
    public LetterTable(JdbcClient jdbc, DeadLetterSource source, String groups) {
        this.jdbc = jdbc;
        this.source = source;
        this.groups = groups;
    }

    public List<DeadLetterView> list(ListDeadLetters query) {
        return query.page(letters("order by letter.enqueued_at desc limit 10000", Map.of()).stream()
                .map(Letter::view));
    }

    /** Empty where it is not the first of its sequence either. */
    public Optional<Letter> find(String letter) {
        return letters("and letter.dead_letter_id = :letter", Map.of("letter", letter)).stream()
                .findFirst();
    }

    /** Empty where nothing waits in the sequence. */
    Optional<Letter> first(String group, String sequence) {
        return letters(
                        "and letter.processing_group = :group and letter.sequence_identifier = :sequence",
                        Map.of("group", group, "sequence", sequence))
                .stream()
                .findFirst();
    }

    private List<Letter> letters(String more, Map<String, String> parameters) {
        return jdbc.sql(FIRST + more)
                .param("groups", groups)
                .params(parameters)
                .query((row, number) -> read(row))
                .list();
    }

    private Letter read(ResultSet row) throws SQLException {
        String group = row.getString("processing_group");
        String aggregate = row.getString("aggregate_identifier");
        String type = row.getString("aggregate_type");
        return new Letter(
                new DeadLetterView(
                        new DeadLetterId(source, row.getString("dead_letter_id")),
                        source,
                        group,
                        simpleName(row.getString("payload_type")) + ": " + cause(row),
                        Instant.parse(row.getString("enqueued_at")),
                        Attempts.read(row.getBytes("diagnostics")),
                        row.getInt("waiting") + " later events of " + row.getString("sequence_identifier") + " in "
                                + group,
                        "ChargingSession".equals(type) ? new SessionId(aggregate) : null,
                        "Bill".equals(type) ? new BillId(withoutPrefix(aggregate)) : null),
                group,
                row.getString("sequence_identifier"),
                row.getString("event_identifier"));
    }

    /** What waited behind another one was not tried itself. */
    private static String cause(ResultSet row) throws SQLException {
        String type = row.getString("cause_type");
        return type == null ? "not tried yet" : type + ": " + row.getString("cause_message");
    }

    /** Of {@code bill/CP-1:42} what follows: the store tells aggregates of one name apart by what stands before. */
    private static String withoutPrefix(String aggregate) {
        return aggregate.substring(aggregate.indexOf('/') + 1);
    }

    private static String simpleName(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }
}
