package io.voltledger.command;

import io.voltledger.api.Rejection;
import java.util.List;

/**
 * What a command leads to: events, none where nothing changes, or a refusal. Users may be refused; stations, which report
 * facts, never are.
 */
public sealed interface Decision<E> {

    /** The command is done; the events say what changed. */
    record Accepted<E>(List<E> events) implements Decision<E> {

        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The command is refused and nothing changed. */
    record Refused<E>(Rejection rejection) implements Decision<E> {}

    @SafeVarargs
    static <E> Decision<E> of(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E> Decision<E> of(List<E> events) {
        return new Accepted<>(events);
    }

    /** Nothing changes: the command was done before. */
    static <E> Decision<E> nothing() {
        return new Accepted<>(List.of());
    }

    static <E> Decision<E> refused(String code, String detail) {
        return new Refused<>(new Rejection(code, detail));
    }

    static <E> Decision<E> notFound(String what) {
        return refused(Rejection.NOT_FOUND, "There is no " + what);
    }
}
