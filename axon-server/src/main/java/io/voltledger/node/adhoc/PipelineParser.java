package io.voltledger.node.adhoc;

import io.voltledger.node.adhoc.Expression.Call;
import io.voltledger.node.adhoc.Expression.Named;
import io.voltledger.node.adhoc.Expression.Several;
import io.voltledger.node.adhoc.Lexeme.Kind;
import io.voltledger.node.adhoc.Step.Filter;
import io.voltledger.node.adhoc.Step.Group;
import io.voltledger.node.adhoc.Step.Limit;
import io.voltledger.node.adhoc.Step.Select;
import io.voltledger.node.adhoc.Step.Sort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a whole query: steps between bars, and spans of time anywhere among them. */
final class PipelineParser extends Parser {

    private static final int LONGEST_WINDOW = 100_000;

    private Optional<Duration> window = Optional.empty();

    private PipelineParser(List<Lexeme> lexemes) {
        super(lexemes);
    }

    /** Throws {@link QueryFault} for what is no query. An empty text asks for everything. */
    static Query parse(String text) {
        return new PipelineParser(Lexer.split(text)).query();
    }

    private Query query() {
        var steps = new ArrayList<Step>();
        if (peek().kind() != Kind.END) {
            do {
                step(steps);
            } while (takeIf("|"));
        }
        if (peek().kind() != Kind.END) {
            throw QueryFault.at(peek().position(), "Unexpected " + peek().text());
        }
        return new Query(List.copyOf(steps), window);
    }

    private void step(List<Step> steps) {
        var begin = peek();
        if (begin.kind() == Kind.NAME && begin.is("last")) {
            take();
            window = Optional.of(window());
            return;
        }
        var expression = named();
        steps.add(
                expression instanceof Call call
                        ? step(begin.position(), call)
                        : aggregateOr(begin.position(), expression));
    }

    private Duration window() {
        var amount = peek().kind() == Kind.NUMBER ? take() : null;
        var count = amount == null ? 1L : amount.value() instanceof Long whole ? whole : -1L;
        if (count < 1 || count > LONGEST_WINDOW) {
            throw QueryFault.at(
                    peek().position(), "A whole number up to " + LONGEST_WINDOW + " is expected after 'last'");
        }
        var unit = take();
        var name = unit.text().toLowerCase(Locale.ROOT);
        return switch (name.endsWith("s") ? name.substring(0, name.length() - 1) : name) {
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            case "day" -> Duration.ofDays(count);
            case "week" -> Duration.ofDays(7 * count);
            case "month" -> Duration.ofDays(30 * count);
            case "year" -> Duration.ofDays(365 * count);
            default ->
                throw QueryFault.at(
                        unit.position(), "Expected minutes, hours, days, weeks, months or years, found " + unit.text());
        };
    }

    private static Step step(int position, Call call) {
        var arguments = call.arguments();
        return switch (call.function()) {
            case "select" -> new Select(required(position, call));
            case "groupby" -> group(position, required(position, call));
            case "sortby" -> new Sort(required(position, call), false);
            case "sortbydesc" -> new Sort(required(position, call), true);
            case "limit" -> limit(position, arguments);
            default -> aggregateOr(position, call);
        };
    }

    /** {@code count(...)} and its like over everything, or a filter. */
    private static Step aggregateOr(int position, Expression expression) {
        if (Aggregate.isCall(expression)) {
            return new Group(List.of(), List.of(expression));
        }
        if (expression instanceof Named) {
            throw QueryFault.at(position, "A filter has no name: use select(... as ...)");
        }
        return new Filter(expression);
    }

    private static List<Expression> required(int position, Call call) {
        if (call.arguments().isEmpty()) {
            throw QueryFault.at(position, call.function() + " needs at least one argument");
        }
        return call.arguments();
    }

    private static Group group(int position, List<Expression> arguments) {
        var keys = arguments.getFirst() instanceof Several several ? several.items() : arguments.subList(0, 1);
        var aggregates = arguments.subList(1, arguments.size());
        if (!aggregates.stream().allMatch(Aggregate::isCall)) {
            throw QueryFault.at(position, "After its keys groupby takes " + String.join(", ", Aggregate.names()));
        }
        return new Group(List.copyOf(keys), List.copyOf(aggregates));
    }

    private static Limit limit(int position, List<Expression> arguments) {
        if (arguments.size() == 1
                && arguments.getFirst() instanceof Expression.Literal literal
                && literal.value() instanceof Long rows
                && rows >= 0) {
            return new Limit(rows);
        }
        throw QueryFault.at(position, "limit takes one whole number");
    }
}
