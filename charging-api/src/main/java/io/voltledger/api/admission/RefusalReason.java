package io.voltledger.api.admission;

/** Why a station's handshake was refused. */
public enum RefusalReason {
    /** Nobody registered it. */
    UNKNOWN_STATION,
    /** An operator turned it away. */
    TURNED_AWAY,
    /** It showed no password, or another name than its own. */
    PASSWORD_MISSING,
    WRONG_PASSWORD,
    /** Its profile demands a password, and none was set. */
    PASSWORD_NOT_SET,
    /** Its profile demands TLS. */
    TLS_MISSING,
    CERTIFICATE_MISSING,
    /** The certificate is another station's. */
    WRONG_CERTIFICATE
}
