package io.voltledger.node.adhoc;

import io.voltledger.node.adhoc.Expression.Call;
import io.voltledger.node.adhoc.Expression.Field;
import io.voltledger.node.adhoc.Expression.Literal;
import java.util.List;

/**
 * The tokens that a query's first filters leave to be looked at, both ends included.
 *
 * @param last {@link Long#MAX_VALUE} where there is no end
 */
record Range(long first, long last) {

    static Range of(List<Step> steps) {
        var range = new Range(0, Long.MAX_VALUE);
        for (var step : steps) {
            if (!(step instanceof Step.Filter filter)) {
                break;
            }
            range = range.within(filter.condition());
        }
        return range;
    }

    Range from(long token) {
        return new Range(Math.max(first, token), last);
    }

    private Range within(Expression condition) {
        if (!(condition instanceof Call call) || call.arguments().size() != 2) {
            return this;
        }
        var left = call.arguments().get(0);
        var right = call.arguments().get(1);
        if (call.function().equals("and")) {
            return within(left).within(right);
        }
        return left instanceof Field field
                        && field.name().equals("token")
                        && right instanceof Literal literal
                        && literal.value() instanceof Long token
                ? within(call.function(), token)
                : this;
    }

    private Range within(String operator, long token) {
        return switch (operator) {
            case "=", "==" -> new Range(Math.max(first, token), Math.min(last, token));
            case ">" -> new Range(Math.max(first, Math.addExact(Math.min(token, Long.MAX_VALUE - 1), 1)), last);
            case ">=" -> new Range(Math.max(first, token), last);
            case "<" -> new Range(first, Math.min(last, token - 1));
            case "<=" -> new Range(first, Math.min(last, token));
            default -> this;
        };
    }
}
