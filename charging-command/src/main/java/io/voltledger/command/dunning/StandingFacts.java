package io.voltledger.command.dunning;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.dunning.DunningStage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a member's overdue bills.
 *
 * @param stages of the bills that are not paid yet
 * @param ended bills whose dunning is over for good
 */
record StandingFacts(Map<BillId, DunningStage> stages, Set<BillId> ended) {

    static final StandingFacts NONE = new StandingFacts(Map.of(), Set.of());

    StandingFacts {
        stages = Map.copyOf(stages);
        ended = Set.copyOf(ended);
    }

    boolean isSuspended() {
        return stages.containsValue(DunningStage.SUSPENDED);
    }

    StandingFacts at(BillId bill, DunningStage stage) {
        Map<BillId, DunningStage> more = new HashMap<>(stages);
        more.put(bill, stage);
        return new StandingFacts(more, ended);
    }

    StandingFacts without(BillId bill) {
        Map<BillId, DunningStage> fewer = new HashMap<>(stages);
        fewer.remove(bill);
        Set<BillId> more = new HashSet<>(ended);
        more.add(bill);
        return new StandingFacts(fewer, more);
    }
}
