package io.voltledger.ocpp.wire;

/** Why a call of a station gets no result; each version of OCPP has words of its own for them. */
public enum ErrorCode {
    /** Not a call at all: no array, no message id, no action. */
    MALFORMED_FRAME,
    /** A call whose payload cannot be read. */
    MALFORMED_PAYLOAD,
    /** Neither call nor answer. */
    UNKNOWN_MESSAGE_TYPE,
    /** The version has no such action. */
    UNKNOWN_ACTION,
    /** The version has the action, and the gateway does not serve it. */
    NOT_SUPPORTED,
    /** A field is missing that nothing can stand in for. */
    FIELD_MISSING,
    /** A field is of another type. */
    WRONG_TYPE,
    /** A field's value is not one that it may have. */
    WRONG_VALUE,
    INTERNAL_ERROR
}
