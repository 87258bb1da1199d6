package io.voltledger.api.billing;

/** Where money that is applied to a bill came from. */
public enum PaymentSource {
    WALLET,
    CARD
}
