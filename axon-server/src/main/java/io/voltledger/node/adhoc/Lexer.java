package io.voltledger.node.adhoc;

import io.voltledger.node.adhoc.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;

/** Splits a query into words. */
final class Lexer {

    private static final int LONGEST_QUERY = 16_384;
    private static final List<String> SYMBOLS =
            List.of("<=", ">=", "!=", "<>", "==", "=", "<", ">", "+", "-", "*", "/", "%", "(", ")", "[", "]", ",", "|");

    private final String query;
    private final List<Lexeme> lexemes = new ArrayList<>();
    private int at;

    private Lexer(String query) {
        this.query = query;
    }

    static List<Lexeme> split(String query) {
        if (query.length() > LONGEST_QUERY) {
            throw new QueryFault("The query is longer than " + LONGEST_QUERY + " characters");
        }
        var lexer = new Lexer(query);
        while (lexer.next()) {}
        return lexer.lexemes;
    }

    private boolean next() {
        while (at < query.length() && Character.isWhitespace(query.charAt(at))) {
            at++;
        }
        if (at == query.length()) {
            lexemes.add(new Lexeme(Kind.END, "the end", null, at));
            return false;
        }
        var first = query.charAt(at);
        if (first == '"' || first == '\'') {
            text(first);
        } else if (isDigit(first)) {
            number();
        } else if (Character.isJavaIdentifierStart(first)) {
            name();
        } else {
            symbol();
        }
        return true;
    }

    private void text(char quote) {
        var begin = at++;
        var text = new StringBuilder();
        while (at < query.length() && query.charAt(at) != quote) {
            if (query.charAt(at) == '\\' && at + 1 < query.length() && isEscapable(query.charAt(at + 1))) {
                at++;
            }
            text.append(query.charAt(at++));
        }
        if (at++ >= query.length()) {
            throw QueryFault.at(begin, "The text that begins here has no end");
        }
        lexemes.add(new Lexeme(Kind.TEXT, query.substring(begin, at), text.toString(), begin));
    }

    /** Other backslashes stand for themselves, so that regular expressions need no doubling. */
    private static boolean isEscapable(char escaped) {
        return escaped == '"' || escaped == '\'' || escaped == '\\';
    }

    private void number() {
        var begin = at;
        while (at < query.length() && (isDigit(query.charAt(at)) || isFraction())) {
            at++;
        }
        var text = query.substring(begin, at);
        try {
            Object value = text.contains(".") ? (Object) Double.valueOf(text) : (Object) Long.valueOf(text);
            lexemes.add(new Lexeme(Kind.NUMBER, text, value, begin));
        } catch (NumberFormatException e) {
            throw QueryFault.at(begin, text + " is no number");
        }
    }

    private boolean isFraction() {
        return query.charAt(at) == '.' && at + 1 < query.length() && isDigit(query.charAt(at + 1));
    }

    /** A point within a name leads to a part of it, as in {@code metaData.traceId}. */
    private void name() {
        var begin = at;
        while (at < query.length() && (Character.isJavaIdentifierPart(query.charAt(at)) || query.charAt(at) == '.')) {
            at++;
        }
        lexemes.add(new Lexeme(Kind.NAME, query.substring(begin, at), null, begin));
    }

    private void symbol() {
        var found = SYMBOLS.stream()
                .filter(symbol -> query.startsWith(symbol, at))
                .findFirst()
                .orElseThrow(() -> QueryFault.at(at, "Unexpected '" + query.charAt(at) + "'"));
        lexemes.add(new Lexeme(Kind.SYMBOL, found, null, at));
        at += found.length();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
