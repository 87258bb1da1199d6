package io.voltledger.ocpp.station;

/** A fact could not be made durable for now: the station must keep it and send it again. */
public final class NotRecorded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotRecorded(Throwable cause) {
        super(cause);
    }
}
