package io.voltledger.command.refund;

import io.voltledger.api.payment.HandSettlement;
import io.voltledger.api.refund.RefundEvent.RefundRequested;
import io.voltledger.api.refund.RefundId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a bill's refunds, by id. */
record RefundFacts(Map<RefundId, Refund> refunds) {

    static final RefundFacts NONE = new RefundFacts(Map.of());

    RefundFacts {
        refunds = Map.copyOf(refunds);
    }

    /**
     * One of them.
     *
     * @param returned how many of its parts have been given back
     * @param proposed how the part that is due was given back by hand, as somebody says
     */
    record Refund(
            RefundRequested requested,
            Stage stage,
            int returned,
            @Nullable HandSettlement proposed) {

        static Refund of(RefundRequested requested) {
            return new Refund(requested, Stage.WAITING, 0, null);
        }

        enum Stage {
            WAITING,
            REJECTED,
            RETURNING,
            /** The part that is due was refused by the provider. */
            FAILED,
            COMPLETED
        }

        Refund in(Stage next) {
            return new Refund(requested, next, returned, proposed);
        }

        Refund proposing(HandSettlement settlement) {
            return new Refund(requested, stage, returned, settlement);
        }

        /** The next part comes, of which nothing is said yet. */
        Refund without(int part) {
            return new Refund(requested, Stage.RETURNING, part + 1, null);
        }
    }

    /** What was given back or will be of what one payment or hold brought, in minor units. */
    long refunded(String reference) {
        return refunds.values().stream()
                .filter(refund -> refund.stage() != Refund.Stage.REJECTED)
                .flatMap(refund -> refund.requested().parts().stream())
                .filter(part -> part.reference().equals(reference))
                .mapToLong(part -> part.amount().amount())
                .sum();
    }

    RefundFacts with(RefundId id, Refund refund) {
        Map<RefundId, Refund> more = new LinkedHashMap<>(refunds);
        more.put(id, refund);
        return new RefundFacts(more);
    }
}
