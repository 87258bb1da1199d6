package io.voltledger.command.rerating;

import io.voltledger.api.Rejection;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.rerating.RerateCommand.OrderCorrections;
import io.voltledger.api.rerating.RerateEvent;
import io.voltledger.api.rerating.RerateEvent.CorrectionsOrdered;
import io.voltledger.command.Decision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of a run: one version of the tariff, each bill once, in orders of a size that a message can have. */
final class RerateDecider {

    static final int BILLS_AT_ONCE = 200;

    private RerateDecider() {}

    static Decision<RerateEvent> decide(OrderCorrections command, RerateFacts facts) {
        if (facts.tariff() != null && !facts.tariff().equals(command.tariff())) {
            return Decision.refused(
                    Rejection.ALREADY_EXISTS,
                    "The run was made with version " + facts.tariff().version());
        }
        List<BillId> due = command.bills().stream()
                .distinct()
                .filter(bill -> !facts.ordered().contains(bill))
                .toList();
        List<RerateEvent> events = new ArrayList<>();
        for (int from = 0; from < due.size(); from += BILLS_AT_ONCE) {
            events.add(new CorrectionsOrdered(
                    command.rerating(),
                    command.tariff(),
                    due.subList(from, Math.min(from + BILLS_AT_ONCE, due.size())),
                    command.at()));
        }
        return Decision.of(events);
    }

    static RerateFacts evolve(RerateFacts facts, RerateEvent event) {
        return switch (event) {
            case CorrectionsOrdered ordered -> {
                Set<BillId> all = new HashSet<>(facts.ordered());
                all.addAll(ordered.bills());
                yield new RerateFacts(ordered.tariff(), all);
            }
        };
    }
}
