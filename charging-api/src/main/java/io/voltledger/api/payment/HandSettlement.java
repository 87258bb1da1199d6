package io.voltledger.api.payment;

/**
 * How money went back that the platform could not give back by itself.
 *
 * @param reference the provider's or the bank's own, by which an accountant finds it
 * @param reason why it was settled so
 * @param settledBy the person who says so
 */
public record HandSettlement(Way way, String reference, String reason, String settledBy) {

    /** Which account it left. */
    public enum Way {
        /** Given back in the provider's own console: the provider lists it. */
        PROVIDER,
        /** Sent from a bank account of ours: the provider keeps what it took, and pays it out. */
        BANK
    }
}
