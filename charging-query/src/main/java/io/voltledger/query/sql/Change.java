package io.voltledger.query.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement by which a projection changes one row. It may be executed again at any time with the same parameters, and
 * is executed for many rows at once by {@link Changes}.
 */
public final class Change {

    private static final Pattern PARAMETER = Pattern.compile(":([a-zA-Z]\\w*)");

    private static final Pattern TABLE = Pattern.compile("\\s*(?:insert\\s+into|update|delete\\s+from)\\s+(\\w+)");

    private final String sql;
    private final String table;
    private final List<String> parameters = new ArrayList<>();
    private final boolean latest;

    private Change(String sql, boolean latest) {
        Matcher start = TABLE.matcher(sql);
        if (!start.lookingAt()) {
            throw new IllegalArgumentException("Not an insert into, update or delete from a table: " + sql);
        }
        table = start.group(1);
        Matcher matcher = PARAMETER.matcher(sql);
        this.sql = matcher.replaceAll(found -> {
            parameters.add(found.group(1));
            return "?";
        });
        this.latest = latest;
    }

    /** Each change is executed; {@code :name} stands for a parameter, and no literal holds a colon. */
    public static Change each(String sql) {
        return new Change(sql, false);
    }

    /** Sets a row to values whatever stood there: of several changes of a row that wait in turn, the last is enough. */
    public static Change latest(String sql) {
        return new Change(sql, true);
    }

    /** As the driver reads it. */
    String sql() {
        return sql;
    }

    String table() {
        return table;
    }

    List<String> parameters() {
        return parameters;
    }

    boolean isLatest() {
        return latest;
    }
}
