package io.voltledger.node.adhoc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is computed for a row: an operator is a function with the operator's own name. */
sealed interface Expression {

    /** The column's name where no other is given. */
    String name();

    /** @param value a String, Long, Double or Boolean; null stands for itself */
    record Literal(@Nullable Object value) implements Expression {
        @Override
        public String name() {
            return String.valueOf(value);
        }
    }

    record Field(String name) implements Expression {}

    /** @param function in lower case */
    record Call(String function, List<Expression> arguments) implements Expression {
        @Override
        public String name() {
            return function;
        }
    }

    record Several(List<Expression> items) implements Expression {
        @Override
        public String name() {
            return "list";
        }
    }

    /** An expression under another name. */
    record Named(Expression expression, String name) implements Expression {}
}
