package io.voltledger.runtime.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /**
     * A letter that nothing waits before.
     *
     * @param event identifier of the event that failed
     * @param aggregate whose event it is
     * @param cause the event's type and why it failed
     * @param waiting how many letters of the same sequence wait behind it
     */
    public record Letter(
            String key,
            String group,
            String sequence,
            String event,
            Aggregate aggregate,
            String cause,
            Instant since,
            int attempts,
            int waiting) {

        /** What does not go on before it does. */
        public String blocks() {
            return waiting + " later events of " + sequence + " in " + group;
        }
    }

    /** Both absent where the event is of no aggregate. */
    public record Aggregate(@Nullable String type, @Nullable String identifier) {

        /**
         * The identifier of an aggregate of this type; empty where it is another's.
         *
         * @param prefix by which the store tells it apart from aggregates of the same name, left out
         */
        public Optional<String> named(String wanted, String prefix) {
            return wanted.equals(type)
                    ? Optional.ofNullable(identifier).map(known -> known.substring(prefix.length()))
                    : Optional.empty();
        }
    }

    private final JdbcClient jdbc;
    private final String groups;

    /** @param groups as SQL's {@code like} has it */
    public LetterTable(JdbcClient jdbc, String groups) {
        this.jdbc = jdbc;
        this.groups = groups;
    }

    /** The latest first, ten thousand at most. */
    public List<Letter> list() {
        return letters("order by letter.enqueued_at desc limit 10000", Map.of());
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

    private static Letter read(ResultSet row) throws SQLException {
        return new Letter(
                row.getString("dead_letter_id"),
                row.getString("processing_group"),
                row.getString("sequence_identifier"),
                row.getString("event_identifier"),
                new Aggregate(row.getString("aggregate_type"), row.getString("aggregate_identifier")),
                simpleName(row.getString("payload_type")) + ": " + cause(row),
                Instant.parse(row.getString("enqueued_at")),
                Attempts.read(row.getBytes("diagnostics")),
                row.getInt("waiting"));
    }

    /** What waited behind another one was not tried itself. */
    private static String cause(ResultSet row) throws SQLException {
        String type = row.getString("cause_type");
        return type == null ? "not tried yet" : type + ": " + row.getString("cause_message");
    }

    private static String simpleName(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }
}
