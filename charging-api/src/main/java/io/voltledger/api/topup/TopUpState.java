package io.voltledger.api.topup;

/** Where a top-up stands. */
public enum TopUpState {
    /** The card is being charged. */
    REQUESTED,
    /** The provider was asked and gave no answer that tells; it is asked until it is known. */
    UNKNOWN,
    DECLINED,
    /** The card is charged, the wallet is about to be credited. */
    CHARGED,
    /** The money is in the wallet. */
    COMPLETED,
    /** The wallet did not take the money: the card gets it back. */
    RETURNING,
    /** The card has it back. */
    RETURNED,
    /** The provider did not give it back; an operator says that it went back, and how. */
    RETURNED_BY_HAND
}
