package io.voltledger.saga.billing;

import java.util.ArrayList;
import java.util.List;

/**
 * What the plan chose.
 *
 * @param process the state from now on
 * @param steps in order
 */
record Decision(PaymentProcess process, List<Step> steps) {

    Decision {
        steps = List.copyOf(steps);
    }

    static Decision of(PaymentProcess process, Step... steps) {
        return new Decision(process, List.of(steps));
    }

    /** Nothing to do: a fact that is late, doubled or of no concern. */
    static Decision unchanged(PaymentProcess process) {
        return new Decision(process, List.of());
    }

    /** The same, with another step before all others. */
    Decision after(Step first) {
        List<Step> all = new ArrayList<>(List.of(first));
        all.addAll(steps);
        return new Decision(process, all);
    }
}
