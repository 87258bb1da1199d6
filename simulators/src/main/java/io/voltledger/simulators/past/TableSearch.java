package io.voltledger.simulators.past;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds where the pattern's session stands in the database. */
final class TableSearch {

    private static final String TABLES = """
            select table_name from information_schema.tables t
            where table_schema = database() and table_type = 'BASE TABLE'
              and not exists (select 1 from information_schema.columns c
                              where c.table_schema = t.table_schema and c.table_name = t.table_name
                                and c.data_type like '%blob')
            order by table_name
            """;

    private static final String COLUMNS = """
            select column_name, data_type from information_schema.columns
            where table_schema = database() and table_name = ?
              and extra not like '%GENERATED%' and extra not like '%auto_increment%'
            order by ordinal_position
            """;

    private final Connection database;

    TableSearch(Connection database) {
        this.database = database;
    }

    /**
     * The tables with rows in which a session stands, other than those that keep what is going on in binary.
     *
     * @param session the session's id
     * @param without tables that are to stay as they are
     */
    List<TablePattern> patterns(String session, Values values, Set<String> without) throws SQLException {
        List<TablePattern> patterns = new ArrayList<>();
        for (String table : tables()) {
            if (!without.contains(table)) {
                TablePattern pattern = pattern(table, session, values);
                if (!pattern.rows().isEmpty()) {
                    patterns.add(pattern);
                }
            }
        }
        return patterns;
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement query = database.prepareStatement(TABLES);
                ResultSet found = query.executeQuery()) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    private TablePattern pattern(String table, String session, Values values) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        try (PreparedStatement query = database.prepareStatement(COLUMNS)) {
            query.setString(1, table);
            ResultSet found = query.executeQuery();
            while (found.next()) {
                String column = "`" + found.getString(1) + "`";
                columns.add(column);
                if (found.getString(2).endsWith("text") || found.getString(2).endsWith("char")) {
                    texts.add(column);
                }
            }
        }
        List<List<String>> rows = texts.isEmpty() ? List.of() : rows(table, columns, texts, session, values);
        return new TablePattern(table, columns, rows);
    }

    private List<List<String>> rows(
            String table, List<String> columns, List<String> texts, String session, Values values) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        String sql = "select %s from %s where instr(concat_ws(' ', %s), ?) > 0"
                .formatted(String.join(", ", columns), table, String.join(", ", texts));
        try (PreparedStatement query = database.prepareStatement(sql)) {
            query.setString(1, session);
            ResultSet found = query.executeQuery();
            while (found.next()) {
                readRow(found, columns.size(), values).ifPresent(rows::add);
            }
        }
        return rows;
    }

    private static Optional<List<String>> readRow(ResultSet found, int columns, Values values) throws SQLException {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
            if (values.isForeign(found, column)) {
                return Optional.empty();
            }
            row.add(values.sql(found, column));
        }
        return Optional.of(row);
    }
}
