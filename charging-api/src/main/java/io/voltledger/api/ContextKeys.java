package io.voltledger.api;

/**
 * Keys of the meta-data that every message carries, so that the causation tree from frame to receipt can be drawn from
 * the store alone.
 */
public final class ContextKeys {

    /** Who acts: {@code station:CP-1}, {@code operator:console}, {@code saga:billing}, {@code worker:payment}. */
    public static final String ACTOR = "actor";

    /** Identifier of the first message of the chain. */
    public static final String CORRELATION_ID = "correlationId";

    /** Identifier of the message that directly caused this one. */
    public static final String CAUSATION_ID = "causationId";

    /** OCPP-J unique id of the frame that a station's fact came in. */
    public static final String FRAME_ID = "frameId";

    private ContextKeys() {}
}
