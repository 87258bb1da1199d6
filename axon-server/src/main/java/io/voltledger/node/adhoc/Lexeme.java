package io.voltledger.node.adhoc;

import org.jspecify.annotations.Nullable;

/**
 * A word of a query.
 *
 * @param text as it was written
 * @param value of a number or a text
 * @param position where it begins, from 0
 */
record Lexeme(Kind kind, String text, @Nullable Object value, int position) {

    enum Kind {
        NUMBER,
        TEXT,
        NAME,
        SYMBOL,
        END
    }

    /** Whether it is this symbol, or this word in any case. */
    boolean is(String expected) {
        return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equalsIgnoreCase(expected);
    }
}
