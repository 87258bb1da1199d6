package io.voltledger.api.session;

/** Whether a session still runs. */
public enum SessionState {
    ACTIVE,
    STOPPED
}
