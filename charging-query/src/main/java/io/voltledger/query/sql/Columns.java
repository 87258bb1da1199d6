package io.voltledger.query.sql;

import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values of the published language in columns, and back. */
public final class Columns {

    private Columns() {}

    /** What stands in the column for a value: null for none. */
    public static <T, C> @Nullable C of(@Nullable T value, Function<T, C> column) {
        return value == null ? null : column.apply(value);
    }

    /** A text column read as an id, an enum or the like. */
    public static <T> @Nullable T text(ResultSet row, String column, Function<String, T> value) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : value.apply(text);
    }

    public static Money money(ResultSet row, String amount, String currency) throws SQLException {
        return Money.of(row.getLong(amount), row.getString(currency));
    }

    public static @Nullable Money moneyOrNull(ResultSet row, String amount, String currency) throws SQLException {
        return row.getObject(amount) == null ? null : money(row, amount, currency);
    }

    public static Energy energy(ResultSet row, String column) throws SQLException {
        return new Energy(row.getBigDecimal(column));
    }

    public static @Nullable Energy energyOrNull(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column) == null ? null : energy(row, column);
    }

    /** A decimal without the zeros that the column's scale adds. */
    public static @Nullable BigDecimal decimal(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : plain(value);
    }

    public static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
