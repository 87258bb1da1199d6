package io.voltledger.node.adhoc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How values are compared, counted with, and written. */
final class Values {

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.{1,40}");

    private Values() {}

    static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value);
    }

    /** Numbers by size, a number and an instant in ISO form by time, all else as texts. */
    static int compare(Object left, Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return a instanceof Long x && b instanceof Long y ? x.compareTo(y) : exact(a).compareTo(exact(b));
        }
        if (left instanceof Number time
                && right instanceof String text
                && INSTANT.matcher(text).matches()) {
            return exact(time).compareTo(exact(millis(text)));
        }
        if (right instanceof Number
                && left instanceof String text
                && INSTANT.matcher(text).matches()) {
            return -compare(right, left);
        }
        return text(left).compareTo(text(right));
    }

    private static BigDecimal exact(Number number) {
        return number instanceof Double fraction
                ? fraction.isNaN() || fraction.isInfinite() ? BigDecimal.ZERO : BigDecimal.valueOf(fraction)
                : BigDecimal.valueOf(number.longValue());
    }

    private static Long millis(String instant) {
        try {
            return Instant.parse(instant).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new QueryFault(instant + " is no instant: write 2026-01-31T08:00:00Z");
        }
    }

    /** Numbers are added exactly; texts are put together. */
    static Object plus(Object left, Object right) {
        return left instanceof Number && right instanceof Number
                ? arithmetic("+", left, right)
                : text(left) + text(right);
    }

    static Object arithmetic(String operator, Object left, Object right) {
        var a = number(operator, left);
        var b = number(operator, right);
        if (a instanceof Long x && b instanceof Long y) {
            return whole(operator, x, y);
        }
        var x = a.doubleValue();
        var y = b.doubleValue();
        return switch (operator) {
            case "+" -> x + y;
            case "-" -> x - y;
            case "*" -> x * y;
            case "/" -> x / y;
            default -> x % y;
        };
    }

    private static Object whole(String operator, long x, long y) {
        try {
            return switch (operator) {
                case "+" -> Math.addExact(x, y);
                case "-" -> Math.subtractExact(x, y);
                case "*" -> Math.multiplyExact(x, y);
                case "/" -> y != 0 && x % y == 0 ? (Object) (x / y) : (Object) ((double) x / y);
                default -> y == 0 ? Double.NaN : (Object) (x % y);
            };
        } catch (ArithmeticException beyondLong) {
            return new BigDecimal(
                            switch (operator) {
                                case "+" -> BigInteger.valueOf(x).add(BigInteger.valueOf(y));
                                case "-" -> BigInteger.valueOf(x).subtract(BigInteger.valueOf(y));
                                default -> BigInteger.valueOf(x).multiply(BigInteger.valueOf(y));
                            })
                    .doubleValue();
        }
    }

    static Number number(String user, Object value) {
        if (value instanceof Number number) {
            return number;
        }
        throw new QueryFault(user + " needs numbers, not \"" + text(value) + "\"");
    }

    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Map<?, ?> map -> {
                var text = new StringBuilder("{");
                map.forEach((key, each) -> text.append(text.length() == 1 ? "" : ",")
                        .append(key)
                        .append("=")
                        .append(text(each)));
                yield text.append("}").toString();
            }
            default -> String.valueOf(value);
        };
    }
}
