package io.voltledger.command.refund;

import io.voltledger.api.billing.PaymentSource;
import io.voltledger.api.payment.HandSettlement;
import io.voltledger.api.payment.HandSettlement.Way;
import io.voltledger.api.refund.RefundCommand.ApproveRefundSettlement;
import io.voltledger.api.refund.RefundCommand.SettleRefundPart;
import io.voltledger.api.refund.RefundEvent;
import io.voltledger.api.refund.RefundEvent.RefundPartSettled;
import io.voltledger.api.refund.RefundEvent.RefundRequested;
import io.voltledger.api.refund.RefundEvent.RefundSettlementProposed;
import io.voltledger.api.refund.RefundPart;
import io.voltledger.command.Decision;
import io.voltledger.command.refund.RefundFacts.Refund;
import java.time.Instant;
import java.util.Map;

/** The rules of settling a refund's part by hand: the part that is due, once, and by two persons where it is much. */
final class RefundSettling {

    private RefundSettling() {}

    /** @param withoutApproval what one person may give back, in minor units by currency; nothing in others */
    static Decision<RefundEvent> decide(
            SettleRefundPart command, RefundFacts facts, Map<String, Long> withoutApproval) {
        Refund refund = facts.refunds().get(command.refund());
        if (refund == null) {
            return Decision.notFound("refund " + command.refund().value());
        }
        if (command.settlement().equals(refund.proposed())) {
            return Decision.nothing();
        }
        if (!RefundDecider.isDue(refund, command.part())) {
            return Decision.refused(
                    "part-not-due",
                    "The refund is " + refund.stage() + " and has given back " + refund.returned() + " of its parts");
        }
        RefundPart what = refund.requested().parts().get(command.part());
        if (what.source() == PaymentSource.WALLET && command.settlement().way() == Way.PROVIDER) {
            return Decision.refused("settlement-way", "The provider never had what came from the wallet");
        }
        RefundSettlementProposed proposed = new RefundSettlementProposed(
                command.refund(), refund.requested().bill(), command.part(), what, command.settlement(), command.at());
        boolean needsApproval = what.amount().amount()
                > withoutApproval.getOrDefault(what.amount().currency().getCurrencyCode(), 0L);
        return needsApproval
                ? Decision.of(proposed)
                : Decision.of(
                        proposed,
                        settled(refund, command.settlement(), RefundDecider.POLICY, command.at()),
                        RefundDecider.after(refund.requested(), command.part(), command.at()));
    }

    static Decision<RefundEvent> decide(ApproveRefundSettlement command, Refund refund) {
        HandSettlement proposed = refund.proposed();
        if (proposed == null || !RefundDecider.isDue(refund, refund.returned())) {
            return Decision.refused("nothing-proposed", "No settlement of the refund waits for approval");
        }
        return command.approvedBy().equals(proposed.settledBy())
                ? Decision.refused("same-person", "Who settled a part does not approve it")
                : Decision.of(
                        settled(refund, proposed, command.approvedBy(), command.at()),
                        RefundDecider.after(refund.requested(), refund.returned(), command.at()));
    }

    private static RefundEvent settled(Refund refund, HandSettlement settlement, String approvedBy, Instant at) {
        RefundRequested requested = refund.requested();
        return new RefundPartSettled(
                requested.refund(),
                requested.bill(),
                requested.member(),
                refund.returned(),
                requested.parts().get(refund.returned()),
                settlement,
                approvedBy,
                at);
    }
}
