package io.voltledger.api.reconciliation;

/** In what the provider, the books and the bills differ. */
public enum DifferenceKind {
    /** The provider names an order that is none of ours. */
    UNKNOWN_ORDER,
    /** The provider took money that is not in the books. */
    TAKEN_NOT_BOOKED,
    /** The provider gave money back that is not in the books: a cancel from outside, or a chargeback. */
    RETURNED_NOT_BOOKED,
    /** The books have a payment that the provider does not list. */
    BOOKED_NOT_TAKEN,
    /** The books have a refund that the provider does not list. */
    BOOKED_NOT_RETURNED,
    /** Both have it, with different amounts. */
    AMOUNT_DIFFERS,
    /** The books have a payment that found no bill. */
    NOT_ON_A_BILL,
    /** A top-up is in a wallet without having been taken, or was taken and neither came to a wallet nor went back. */
    NOT_IN_A_WALLET
}
