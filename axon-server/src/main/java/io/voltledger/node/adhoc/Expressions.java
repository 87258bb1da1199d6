package io.voltledger.node.adhoc;

import io.voltledger.node.adhoc.Expression.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Computes expressions for a row. */
final class Expressions {

    private static final int KEPT_PATTERNS = 64;
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private Expressions() {}

    static @Nullable Object value(Expression expression, Row row) {
        return switch (expression) {
            case Expression.Literal literal -> literal.value();
            case Expression.Field field -> row.value(field.name());
            case Expression.Named named -> value(named.expression(), row);
            case Expression.Several several -> values(several.items(), row);
            case Call call -> call(call, row);
        };
    }

    private static List<@Nullable Object> values(List<Expression> expressions, Row row) {
        List<@Nullable Object> values = new ArrayList<>(expressions.size());
        expressions.forEach(each -> values.add(value(each, row)));
        return values;
    }

    private static @Nullable Object call(Call call, Row row) {
        var arguments = call.arguments();
        return switch (call.function()) {
            case "and" -> isTrue(arguments.get(0), row) && isTrue(arguments.get(1), row);
            case "or" -> isTrue(arguments.get(0), row) || isTrue(arguments.get(1), row);
            case "not" -> !isTrue(arguments.get(0), row);
            case "=", "==" -> isEqual(value(arguments.get(0), row), value(arguments.get(1), row));
            case "!=", "<>" -> !isEqual(value(arguments.get(0), row), value(arguments.get(1), row));
            case "<", "<=", ">", ">=" ->
                isOrdered(call.function(), value(arguments.get(0), row), value(arguments.get(1), row));
            case "in" -> isIn(value(arguments.get(0), row), value(arguments.get(1), row));
            case "metadata" -> row.value("metaData." + Values.text(value(arguments.get(0), row)));
            default -> Functions.apply(call.function(), values(arguments, row));
        };
    }

    static boolean isTrue(Expression condition, Row row) {
        return Values.isTrue(value(condition, row));
    }

    private static boolean isEqual(@Nullable Object left, @Nullable Object right) {
        return left == null || right == null ? left == right : Values.compare(left, right) == 0;
    }

    private static boolean isOrdered(String operator, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return false;
        }
        var order = Values.compare(left, right);
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static boolean isIn(@Nullable Object value, @Nullable Object several) {
        return several instanceof List<?> list
                ? list.stream().anyMatch(each -> isEqual(value, each))
                : isEqual(value, several);
    }

    /** The whole text must match. A pattern that would take for ever is given up with a {@link QueryFault}. */
    static boolean matches(String text, String pattern) {
        if (PATTERNS.size() > KEPT_PATTERNS) {
            PATTERNS.clear();
        }
        try {
            return PATTERNS.computeIfAbsent(pattern, Pattern::compile)
                    .matcher(new Patience(text))
                    .matches();
        } catch (PatternSyntaxException e) {
            throw new QueryFault("match cannot read the expression " + pattern + ": " + e.getDescription());
        } catch (StackOverflowError e) {
            throw new QueryFault("match gives up on " + pattern + ": it nests too deeply");
        }
    }
}
