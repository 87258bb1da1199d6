package io.voltledger.node.adhoc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of one row, by name; an operator is one too. A null argument makes the answer null, but for comparisons and logic. */
final class Functions {

    private record Arity(int least, int most) {}

    private static final Map<String, Arity> KNOWN = Map.ofEntries(
            Map.entry("contains", new Arity(2, 2)),
            Map.entry("match", new Arity(2, 2)),
            Map.entry("in", new Arity(2, 2)),
            Map.entry("not", new Arity(1, 1)),
            Map.entry("and", new Arity(2, 2)),
            Map.entry("or", new Arity(2, 2)),
            Map.entry("xpath", new Arity(2, 3)),
            Map.entry("jsonpath", new Arity(2, 2)),
            Map.entry("metadata", new Arity(1, 1)),
            Map.entry("formatdate", new Arity(2, 3)),
            Map.entry("concat", new Arity(1, 2)),
            Map.entry("left", new Arity(2, 2)),
            Map.entry("right", new Arity(2, 2)),
            Map.entry("length", new Arity(1, 1)),
            Map.entry("lower", new Arity(1, 1)),
            Map.entry("upper", new Arity(1, 1)),
            Map.entry("substring", new Arity(2, 3)),
            Map.entry("minute", new Arity(1, 1)),
            Map.entry("hour", new Arity(1, 1)),
            Map.entry("day", new Arity(1, 1)),
            Map.entry("week", new Arity(1, 1)),
            Map.entry("month", new Arity(1, 1)),
            Map.entry("year", new Arity(1, 1)),
            Map.entry("select", new Arity(1, 1000)),
            Map.entry("groupby", new Arity(1, 1000)),
            Map.entry("sortby", new Arity(1, 100)),
            Map.entry("sortbydesc", new Arity(1, 100)),
            Map.entry("limit", new Arity(1, 1)));

    private Functions() {}

    /** Whether it may stand between its two arguments. */
    static boolean isBinary(String function) {
        return function.equals("contains") || function.equals("match");
    }

    static void check(int position, String function, int arguments) {
        if (!Character.isLetter(function.charAt(0))) {
            return; // an operator has what stands beside it
        }
        var arity = KNOWN.get(function);
        if (arity == null) {
            throw QueryFault.at(position, "There is no function " + function);
        }
        if (arguments < arity.least() || arguments > arity.most()) {
            throw QueryFault.at(position, function + " does not take " + arguments + " argument(s)");
        }
    }

    static @Nullable Object apply(String function, List<@Nullable Object> arguments) {
        if (arguments.stream().anyMatch(argument -> argument == null)) {
            return null;
        }
        var a = arguments.stream().map(java.util.Objects::requireNonNull).toList();
        return switch (function) {
            case "+" -> Values.plus(a.get(0), a.get(1));
            case "-", "*", "/", "%" -> Values.arithmetic(function, a.get(0), a.get(1));
            case "contains" ->
                a.get(0) instanceof List<?> list
                        ? list.contains(a.get(1))
                        : Values.text(a.get(0)).contains(Values.text(a.get(1)));
            case "match" -> Expressions.matches(Values.text(a.get(0)), Values.text(a.get(1)));
            case "jsonpath" -> Documents.json(Values.text(a.get(0)), Values.text(a.get(1)));
            case "xpath" ->
                Documents.xml(
                        Values.text(a.get(0)), Values.text(a.get(1)), a.size() > 2 ? Values.text(a.get(2)) : "STRING");
            case "formatdate" -> format(a.get(0), Values.text(a.get(1)), a.size() > 2 ? Values.text(a.get(2)) : "UTC");
            case "concat" -> concat(a.get(0), a.size() > 1 ? Values.text(a.get(1)) : "");
            case "left" -> part(Values.text(a.get(0)), 0, index(a.get(1)));
            case "right" -> {
                var text = Values.text(a.get(0));
                yield part(text, text.length() - index(a.get(1)), text.length());
            }
            case "length" -> (long) Values.text(a.get(0)).length();
            case "lower" -> Values.text(a.get(0)).toLowerCase(Locale.ROOT);
            case "upper" -> Values.text(a.get(0)).toUpperCase(Locale.ROOT);
            case "substring" ->
                part(Values.text(a.get(0)), index(a.get(1)), a.size() > 2 ? index(a.get(2)) : Integer.MAX_VALUE);
            case "minute" -> (long) time(a.get(0)).getMinute();
            case "hour" -> (long) time(a.get(0)).getHour();
            case "day" -> (long) time(a.get(0)).getDayOfMonth();
            case "week" -> (long) time(a.get(0)).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case "month" -> (long) time(a.get(0)).getMonthValue();
            case "year" -> (long) time(a.get(0)).getYear();
            default -> throw new QueryFault(function + " cannot stand here");
        };
    }

    private static int index(Object value) {
        var number = Values.number("A position", value).longValue();
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, number));
    }

    private static String part(String text, int first, int end) {
        var begin = Math.clamp(first, 0, text.length());
        return text.substring(begin, Math.clamp(end, begin, text.length()));
    }

    private static String concat(Object value, String delimiter) {
        return value instanceof List<?> list
                ? String.join(delimiter, list.stream().map(Values::text).toList())
                : Values.text(value);
    }

    private static ZonedDateTime time(Object millis) {
        return Instant.ofEpochMilli(Values.number("A time", millis).longValue()).atZone(ZoneOffset.UTC);
    }

    private static String format(Object millis, String pattern, String zone) {
        try {
            return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                    .format(time(millis).withZoneSameInstant(ZoneId.of(zone)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new QueryFault("formatDate cannot write \"" + pattern + "\" in " + zone + ": " + e.getMessage());
        }
    }
}
