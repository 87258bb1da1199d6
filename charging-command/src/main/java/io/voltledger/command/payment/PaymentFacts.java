package io.voltledger.command.payment;

import io.voltledger.api.payment.PaymentEvent.PaymentRequested;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an attempt to take money.
 *
 * @param requested absent before it is
 */
record PaymentFacts(@Nullable PaymentRequested requested, Stage stage) {

    static final PaymentFacts NONE = new PaymentFacts(null, Stage.REQUESTED);

    /** How far the attempt is. */
    enum Stage {
        REQUESTED,
        /** Nobody can tell whether money moved. */
        UNKNOWN,
        APPROVED,
        DECLINED,
        /** Given up without knowing. */
        ABANDONED,
        /** Money moved although the attempt was given up: it is to be given back. */
        APPROVED_LATE,
        CANCELLED
    }
}
