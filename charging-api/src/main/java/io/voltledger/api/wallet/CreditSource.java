package io.voltledger.api.wallet;

/** Why a wallet was credited. */
public enum CreditSource {
    /** Points that the operator gives. */
    POINTS,
    /** Money that the member paid in. */
    TOP_UP,
    /** What was given back of a bill that the wallet had paid. */
    REFUND,
    /** What another member sent. */
    TRANSFER,
    /** What was sent and the other wallet did not take. */
    TRANSFER_RETURNED
}
