package io.voltledger.saga.payment;

/** What became of a card's registration. */
public sealed interface CardRegistration {

    /** @param billingKey a secret: kept in the vault, never in an event or a log */
    record Registered(String billingKey, String issuer, String maskedNumber) implements CardRegistration {

        @Override
        public String toString() {
            return "Registered[" + issuer + " " + maskedNumber + "]";
        }
    }

    record Refused(String code, String detail) implements CardRegistration {}

    /** Try again with the same idempotency key. */
    record Unavailable(String cause) implements CardRegistration {}
}
