package io.voltledger.command.payment;

import io.voltledger.api.payment.HandSettlement;
import io.voltledger.api.payment.PaymentEvent.PaymentRequested;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an attempt to take money.
 *
 * @param requested absent before it is
 * @param chargebacks what the bank took back, in minor units by its reference
 * @param proposed how it was given back by hand, as somebody says
 */
record PaymentFacts(
        @Nullable PaymentRequested requested,
        Stage stage,
        Map<String, Long> chargebacks,
        @Nullable HandSettlement proposed) {

    static final PaymentFacts NONE = new PaymentFacts(null, Stage.REQUESTED, Map.of(), null);

    PaymentFacts {
        chargebacks = Map.copyOf(chargebacks);
    }

    PaymentFacts in(Stage next) {
        return new PaymentFacts(requested, next, chargebacks, proposed);
    }

    PaymentFacts chargedBack(String reference, long amount) {
        Map<String, Long> more = new HashMap<>(chargebacks);
        more.put(reference, amount);
        return new PaymentFacts(requested, stage, more, proposed);
    }

    PaymentFacts proposing(HandSettlement settlement) {
        return new PaymentFacts(requested, stage, chargebacks, settlement);
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
        CANCELLED,
        /** It was given back by hand. */
        SETTLED
    }
}
