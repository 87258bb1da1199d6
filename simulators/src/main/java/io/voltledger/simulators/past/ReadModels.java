package io.voltledger.simulators.past;

import io.voltledger.simulators.past.PastSession.Mark;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The platform's database, MariaDB or MySQL: tables with rows of the pattern's session, and the tokens of its followers. A table is filled as a new one, in
 * one statement (which MariaDB sorts and writes index by index, without a log), and takes the old one's place when it is whole.
 */
final class ReadModels implements AutoCloseable {

    private static final String GLOBAL = "org.axonframework.eventhandling.GlobalSequenceTrackingToken";
    private static final String REPLAY = "org.axonframework.eventhandling.ReplayToken";

    private final Connection database;

    private ReadModels(Connection database) {
        this.database = database;
    }

    static ReadModels open(String url, String user, String password) throws SQLException {
        Properties account = new Properties();
        account.setProperty("user", user);
        account.setProperty("password", password);
        ReadModels readModels = new ReadModels(DriverManager.getConnection(url, account));
        readModels.execute("set unique_checks = 0, foreign_key_checks = 0");
        return readModels;
    }

    TableSearch search() {
        return new TableSearch(database);
    }

    /** Makes the table that stands for all past sessions. */
    void plan(PastPlan plan) throws SQLException {
        String columns = Arrays.stream(Mark.values())
                .map(mark -> mark.columnName() + " bigint not null")
                .collect(Collectors.joining(", "));
        String values = Arrays.stream(Mark.values()).map(plan::sql).collect(Collectors.joining(", "));
        execute("drop table if exists past, past_numbers");
        execute("create table past_numbers (n bigint not null primary key)");
        execute("insert into past_numbers values (" + plan.first() + ")");
        for (long have = 1; have < plan.count(); have *= 2) {
            execute("insert into past_numbers select n + %d from past_numbers order by n limit %d"
                    .formatted(have, Math.min(have, plan.count() - have)));
        }
        execute("create table past (" + columns + ")");
        execute("insert into past select " + values + " from past_numbers order by n");
        execute("drop table past_numbers");
    }

    void unplan() throws SQLException {
        execute("drop table if exists past");
    }

    /** Writes all sessions' rows into a table; answers its bytes on the disk. */
    long fill(TablePattern pattern) throws SQLException {
        String table = pattern.table();
        execute("drop table if exists past_new");
        execute("create table past_new like " + table);
        execute(pattern.insertInto("past_new"));
        execute(pattern.copyInto("past_new"));
        execute("rename table %s to past_old, past_new to %s".formatted(table, table));
        execute("drop table past_old");
        execute("analyze table " + table);
        return Long.parseLong(strings("select data_length + index_length from information_schema.tables "
                        + "where table_schema = database() and table_name = '" + table + "'")
                .getFirst());
    }

    /** Whether each follower of the event store has let go of its tokens. */
    boolean areTokensFree() throws SQLException {
        return strings("select processor_name from token_entry where owner is not null")
                .isEmpty();
    }

    /** Moves all followers of the event store; those of other sources stay. */
    void moveTokens(long position) throws SQLException {
        execute("""
                update token_entry set token = '{"globalIndex":%d}', token_type = '%s'
                where token_type is null or token_type in ('%s', '%s')
                """.formatted(position, GLOBAL, GLOBAL, REPLAY));
    }

    private List<String> strings(String query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                strings.add(found.getString(1));
            }
        }
        return strings;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
