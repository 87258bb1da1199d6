package io.voltledger.saga.billing;

/** What no process can mend itself: kept for an operator. */
public interface Incidents {

    /**
     * @param subject the bill or payment
     * @param kind stable, kebab-case: {@code command-refused}, {@code payment-stalled}
     */
    void report(String subject, String kind, String detail);
}
