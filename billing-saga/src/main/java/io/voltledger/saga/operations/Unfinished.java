package io.voltledger.saga.operations;

import java.util.List;

/** A fact was acted on in part; what is left of it can be set aside for itself, each part of it as a dead letter of its own. */
public final class Unfinished extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Part> left;

    /**
     * One thing that is still to be done.
     *
     * @param fact what the group does when it is redriven: a fact that says only this, or the command itself
     */
    public record Part(Object fact, Exception cause) {}

    /** @param left at least one */
    public Unfinished(List<Part> left) {
        super(left.size() + " left to do", left.getFirst().cause());
        this.left = List.copyOf(left);
    }

    List<Part> left() {
        return left;
    }
}
