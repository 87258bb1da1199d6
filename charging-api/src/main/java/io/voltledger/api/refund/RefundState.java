package io.voltledger.api.refund;

/** Where a refund stands. */
public enum RefundState {
    /** A second person must approve it. */
    WAITING_FOR_APPROVAL,
    REJECTED,
    /** Its parts are being given back. */
    RETURNING,
    /** The provider refused a part: an operator must act. */
    FAILED,
    COMPLETED
}
