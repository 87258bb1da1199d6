package io.voltledger.ocpp.wire;

/** The CALLERROR codes that the gateway uses, in OCPP 1.6's spelling. */
public enum ErrorCode {
    NOT_IMPLEMENTED("NotImplemented"),
    INTERNAL_ERROR("InternalError"),
    FORMATION_VIOLATION("FormationViolation");

    private final String word;

    ErrorCode(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
