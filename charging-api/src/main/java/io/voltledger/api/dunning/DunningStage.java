package io.voltledger.api.dunning;

/** How far the dunning of a bill has come; in this order. None of it touches a session that runs. */
public enum DunningStage {
    /** All scheduled attempts failed. */
    OVERDUE,
    /** The token that the charge was started with starts no new one. */
    RESTRICTED,
    /** No token of the member starts a charge. */
    SUSPENDED
}
