package io.voltledger.node.adhoc;

import io.voltledger.node.adhoc.Expression.Call;
import io.voltledger.node.adhoc.Expression.Field;
import io.voltledger.node.adhoc.Expression.Literal;
import io.voltledger.node.adhoc.Expression.Named;
import io.voltledger.node.adhoc.Expression.Several;
import io.voltledger.node.adhoc.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Reads expressions: the usual precedence, functions before their arguments, or between two. */
class Parser {

    private static final int DEEPEST = 100;
    private static final Set<String> COMPARISONS = Set.of("=", "==", "!=", "<>", "<", "<=", ">", ">=", "in");

    private final List<Lexeme> lexemes;
    private int at;
    private int depth;

    Parser(List<Lexeme> lexemes) {
        this.lexemes = lexemes;
    }

    final Lexeme peek() {
        return lexemes.get(at);
    }

    final Lexeme take() {
        return lexemes.get(at++);
    }

    final boolean takeIf(String expected) {
        if (peek().is(expected)) {
            at++;
            return true;
        }
        return false;
    }

    final void expect(String expected) {
        if (!takeIf(expected)) {
            throw QueryFault.at(peek().position(), "Expected '" + expected + "', found " + peek().text());
        }
    }

    /** An expression, perhaps {@code as} another name. */
    final Expression named() {
        var expression = expression();
        if (!takeIf("as")) {
            return expression;
        }
        var name = take();
        if (name.kind() != Kind.NAME) {
            throw QueryFault.at(name.position(), "A name is expected after 'as'");
        }
        return new Named(expression, name.text());
    }

    final Expression expression() {
        if (++depth > DEEPEST) {
            throw QueryFault.at(peek().position(), "The query is nested too deeply");
        }
        var expression = chain(() -> chain(this::negation, Set.of("and")), Set.of("or"));
        depth--;
        return expression;
    }

    private Expression negation() {
        if (takeIf("not")) {
            if (++depth > DEEPEST) {
                throw QueryFault.at(peek().position(), "The query is nested too deeply");
            }
            var negated = new Call("not", List.of(negation()));
            depth--;
            return negated;
        }
        return comparison();
    }

    private Expression comparison() {
        var left = sum();
        var operator = peek();
        var name = operator.text().toLowerCase(Locale.ROOT);
        var infix = operator.kind() == Kind.NAME && Functions.isBinary(name);
        if (!infix && !(operator.kind() != Kind.TEXT && COMPARISONS.contains(name))) {
            return left;
        }
        take();
        return call(operator.position(), name, List.of(left, sum()));
    }

    private Expression sum() {
        return chain(() -> chain(this::sign, Set.of("*", "/", "%")), Set.of("+", "-"));
    }

    private Expression sign() {
        if (takeIf("-")) {
            return new Call("-", List.of(new Literal(0L), primary()));
        }
        return primary();
    }

    private Expression chain(Supplier<Expression> part, Set<String> operators) {
        var left = part.get();
        while (peek().kind() != Kind.TEXT && operators.contains(peek().text().toLowerCase(Locale.ROOT))) {
            var operator = take();
            left = new Call(operator.text().toLowerCase(Locale.ROOT), List.of(left, part.get()));
        }
        return left;
    }

    private Expression primary() {
        var lexeme = take();
        return switch (lexeme.kind()) {
            case NUMBER, TEXT -> new Literal(lexeme.value());
            case NAME -> name(lexeme);
            case SYMBOL ->
                switch (lexeme.text()) {
                    case "(" -> parenthesis();
                    case "[" -> new Several(list("]"));
                    default -> throw unexpected(lexeme);
                };
            case END -> throw unexpected(lexeme);
        };
    }

    private static QueryFault unexpected(Lexeme lexeme) {
        return QueryFault.at(lexeme.position(), "Unexpected " + lexeme.text());
    }

    private Expression parenthesis() {
        var items = list(")");
        return items.size() == 1 ? items.getFirst() : new Several(items);
    }

    private Expression name(Lexeme name) {
        if (takeIf("(")) {
            return call(name.position(), name.text().toLowerCase(Locale.ROOT), list(")"));
        }
        return switch (name.text().toLowerCase(Locale.ROOT)) {
            case "true" -> new Literal(true);
            case "false" -> new Literal(false);
            case "null" -> new Literal(null);
            default -> new Field(name.text());
        };
    }

    /** Named expressions up to the closing symbol, which is taken too. */
    final List<Expression> list(String end) {
        var items = new ArrayList<Expression>();
        if (takeIf(end)) {
            return items;
        }
        do {
            items.add(named());
        } while (takeIf(","));
        expect(end);
        return items;
    }

    private static Expression call(int position, String function, List<Expression> arguments) {
        if (!Aggregate.isKnown(function)) {
            Functions.check(position, function, arguments.size());
        }
        return new Call(function, List.copyOf(arguments));
    }
}
