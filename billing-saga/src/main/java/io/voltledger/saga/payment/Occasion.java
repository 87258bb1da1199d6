package io.voltledger.saga.payment;

import io.voltledger.saga.payment.ProviderOutcome.Approved;
import java.time.Instant;

/** What money is taken for: who is told what the provider said. */
interface Occasion {

    /** Whose process it is, for those who watch it. */
    String subject();

    /** What the customer sees. */
    String description();

    Object approved(Approved outcome);

    Object declined(String code, String detail, Instant at);

    Object unknown(String cause, Instant at);

    /** All of it went back. */
    Object cancelled(Instant at);
}
