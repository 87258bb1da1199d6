package io.voltledger.command.payment;

import io.voltledger.api.payment.PaymentEvent.PaymentRequested;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an attempt to take money.
 *
 * @param requested absent before it is
 * @param chargebacks what the bank took back, in minor units by its reference
 */
record PaymentFacts(@Nullable PaymentRequested requested, Stage stage, Map<String, Long> chargebacks) {

    static final PaymentFacts NONE = new PaymentFacts(null, Stage.REQUESTED, Map.of());

    PaymentFacts {
        chargebacks = Map.copyOf(chargebacks);
    }

    PaymentFacts in(Stage next) {
        return new PaymentFacts(requested, next, chargebacks);
    }

    PaymentFacts chargedBack(String reference, long amount) {
        Map<String, Long> more = new HashMap<>(chargebacks);
        more.put(reference, amount);
        return new PaymentFacts(requested, stage, more);
    }

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
