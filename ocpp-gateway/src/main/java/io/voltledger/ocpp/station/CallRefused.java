package io.voltledger.ocpp.station;

import io.voltledger.ocpp.wire.ErrorCode;

/** A station's question that cannot be answered; facts are never refused. */
public final class CallRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /** @param description goes to the station */
    public CallRefused(ErrorCode code, String description) {
        super(description);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }

    public String description() {
        return String.valueOf(getMessage());
    }
}
