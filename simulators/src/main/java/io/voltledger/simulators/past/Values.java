package io.voltledger.simulators.past;

import io.voltledger.simulators.past.PastSession.Mark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/** Turns values of the pattern's rows into SQL expressions of the same values in a past session's rows. */
record Values(Rekeying rekeying, Positions positions) {

    private static final String POSITION = "position";
    private static final int SECOND = 19;

    /** Whether a row stands for an event that past sessions do not have. */
    boolean isForeign(ResultSet row, int column) throws SQLException {
        return row.getMetaData().getColumnName(column).equals(POSITION) && !positions.isOfPattern(row.getLong(column));
    }

    String sql(ResultSet row, int column) throws SQLException {
        String value = row.getString(column);
        if (value == null) {
            return "null";
        }
        return switch (row.getMetaData().getColumnType(column)) {
            case Types.TIMESTAMP -> time(value);
            case Types.BIGINT -> number(row.getMetaData().getColumnName(column), value);
            case Types.BIT, Types.BOOLEAN, Types.INTEGER, Types.SMALLINT, Types.TINYINT, Types.DECIMAL -> value;
            default -> rekeying.of(value).sql();
        };
    }

    private String time(String value) {
        return rekeying.isOwn(value.substring(0, SECOND).replace(' ', 'T'))
                ? "date_add('%s', interval %s second)".formatted(value, Mark.SHIFT.column())
                : "'" + value + "'";
    }

    private String number(String column, String value) {
        return column.equals(POSITION) ? positions.sql(Long.parseLong(value)) : value;
    }
}
