package io.voltledger.api.payment;

/** Where an attempt to take money stands. */
public enum PaymentState {
    REQUESTED,
    APPROVED,
    DECLINED,
    /** The provider was asked and gave no answer that tells; it is asked again by order id. */
    UNKNOWN,
    /** Given up while unknown. */
    ABANDONED,
    /** The provider had taken the money of an abandoned attempt: it is being given back. */
    APPROVED_LATE,
    CANCELLED,
    /** It was taken too late and given back by hand. */
    SETTLED,
    /** The bank took it back, in whole or part. */
    CHARGED_BACK
}
