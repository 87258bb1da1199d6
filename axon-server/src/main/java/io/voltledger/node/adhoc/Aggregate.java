package io.voltledger.node.adhoc;

import io.voltledger.node.adhoc.Expression.Call;
import io.voltledger.node.adhoc.Expression.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value over many rows: how many, the smallest, the largest, the sum or the mean of an expression that is not null. */
final class Aggregate {

    private static final List<String> NAMES = List.of("count", "min", "max", "sum", "avg");

    private final String function;
    private final List<Expression> arguments;
    private long counted;
    private @Nullable Object result;

    private Aggregate(Call call) {
        function = call.function();
        arguments = call.arguments();
    }

    static List<String> names() {
        return NAMES;
    }

    static boolean isKnown(String function) {
        return NAMES.contains(function);
    }

    static boolean isCall(Expression expression) {
        return expression instanceof Named named
                ? isCall(named.expression())
                : expression instanceof Call call && isKnown(call.function());
    }

    static Aggregate of(Expression expression) {
        if (expression instanceof Named named) {
            return of(named.expression());
        }
        if (expression instanceof Call call && takes(call)) {
            return new Aggregate(call);
        }
        throw new QueryFault(expression.name() + " takes one argument");
    }

    private static boolean takes(Call call) {
        var arguments = call.arguments().size();
        return arguments == 1 || (arguments == 0 && call.function().equals("count"));
    }

    /** A count counts what is neither null nor false; without an argument it counts all. */
    void add(Row row) {
        var value = arguments.isEmpty() ? Boolean.TRUE : Expressions.value(arguments.getFirst(), row);
        if (value == null || (function.equals("count") && value.equals(Boolean.FALSE))) {
            return;
        }
        counted++;
        result = switch (function) {
            case "min" -> result == null || Values.compare(value, result) < 0 ? value : result;
            case "max" -> result == null || Values.compare(value, result) > 0 ? value : result;
            case "sum", "avg" -> Values.arithmetic("+", result == null ? 0L : result, value);
            default -> result;
        };
    }

    @Nullable Object value() {
        return switch (function) {
            case "count" -> counted;
            case "avg" -> result == null ? null : Values.number("avg", result).doubleValue() / counted;
            default -> result;
        };
    }
}
