package io.voltledger.command.refund;

import io.voltledger.api.Money;
import io.voltledger.api.Rejection;
import io.voltledger.api.refund.RefundCommand;
import io.voltledger.api.refund.RefundCommand.ApproveRefund;
import io.voltledger.api.refund.RefundCommand.ApproveRefundSettlement;
import io.voltledger.api.refund.RefundCommand.RejectRefund;
import io.voltledger.api.refund.RefundCommand.ReportRefundPart;
import io.voltledger.api.refund.RefundCommand.ReportRefundPartFailed;
import io.voltledger.api.refund.RefundCommand.RequestRefund;
import io.voltledger.api.refund.RefundCommand.ReturnOverpayment;
import io.voltledger.api.refund.RefundCommand.SettleRefundPart;
import io.voltledger.api.refund.RefundEvent;
import io.voltledger.api.refund.RefundEvent.RefundApproved;
import io.voltledger.api.refund.RefundEvent.RefundCompleted;
import io.voltledger.api.refund.RefundEvent.RefundPartDue;
import io.voltledger.api.refund.RefundEvent.RefundPartFailed;
import io.voltledger.api.refund.RefundEvent.RefundPartReturned;
import io.voltledger.api.refund.RefundEvent.RefundPartSettled;
import io.voltledger.api.refund.RefundEvent.RefundRejected;
import io.voltledger.api.refund.RefundEvent.RefundRequested;
import io.voltledger.api.refund.RefundEvent.RefundSettlementProposed;
import io.voltledger.command.Decision;
import io.voltledger.command.refund.RefundFacts.Refund;
import io.voltledger.command.refund.RefundFacts.Refund.Stage;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The rules of refunds: not above what was paid, two persons above a limit, one part after the other, each once. */
final class RefundDecider {

    static final String POLICY = "policy";

    private RefundDecider() {}

    /** @param withoutApproval what one person may give back, in minor units by currency; nothing in others */
    static Decision<RefundEvent> decide(
            RequestRefund command, RefundFacts facts, Optional<PaidBill> paid, Map<String, Long> withoutApproval) {
        Refund before = facts.refunds().get(command.refund());
        if (before != null) {
            return command.amount() == null
                            || command.amount().equals(before.requested().amount())
                    ? Decision.nothing()
                    : Decision.refused(Rejection.ALREADY_EXISTS, "The refund was asked for with another amount");
        }
        return paid.map(bill -> request(command, facts, bill, withoutApproval))
                .orElseGet(() -> Decision.notFound("open bill " + command.bill().value()));
    }

    private static Decision<RefundEvent> request(
            RequestRefund command, RefundFacts facts, PaidBill bill, Map<String, Long> withoutApproval) {
        long left = Allocation.left(bill, facts);
        if (bill.parts().isEmpty() || left == 0) {
            return Decision.refused("refund-exceeds-payment", "Nothing that was paid is left to be refunded");
        }
        Money all = new Money(left, bill.parts().getFirst().amount().currency());
        Money amount = command.amount() == null ? all : command.amount();
        if (!amount.currency().equals(all.currency())) {
            return Decision.refused("currency-mismatch", "The bill was paid in " + all.currency());
        }
        if (!amount.isPositive()) {
            return Decision.refused("amount-invalid", "A refund is more than nothing");
        }
        if (amount.compareTo(all) > 0) {
            return Decision.refused("refund-exceeds-payment", "Only " + left + " is left to be refunded");
        }
        boolean needsApproval =
                amount.amount() > withoutApproval.getOrDefault(amount.currency().getCurrencyCode(), 0L);
        RefundRequested requested = new RefundRequested(
                command.refund(),
                command.bill(),
                bill.member(),
                amount,
                Allocation.of(amount, bill, facts),
                command.reason(),
                command.requestedBy(),
                needsApproval,
                command.at());
        return needsApproval ? Decision.of(requested) : atOnce(requested);
    }

    /** What was taken without being owed is nobody's to refuse: no second person is asked. */
    static Decision<RefundEvent> decide(ReturnOverpayment command, RefundFacts facts, Optional<PaidBill> paid) {
        if (facts.refunds().containsKey(command.refund())) {
            return Decision.nothing();
        }
        return paid.map(bill -> giveBack(command, facts, bill))
                .orElseGet(() -> Decision.notFound("open bill " + command.bill().value()));
    }

    private static Decision<RefundEvent> giveBack(ReturnOverpayment command, RefundFacts facts, PaidBill bill) {
        long tooMuch = Allocation.left(bill, facts) - bill.asked();
        Money amount = new Money(
                Math.min(tooMuch, command.amount().amount()), command.amount().currency());
        return amount.isPositive()
                ? atOnce(new RefundRequested(
                        command.refund(),
                        command.bill(),
                        bill.member(),
                        amount,
                        Allocation.of(amount, bill, facts),
                        "more was taken than is owed",
                        POLICY,
                        false,
                        command.at()))
                : Decision.nothing();
    }

    private static Decision<RefundEvent> atOnce(RefundRequested requested) {
        return Decision.of(
                requested,
                new RefundApproved(requested.refund(), requested.bill(), POLICY, requested.requestedAt()),
                due(requested, 0, requested.requestedAt()));
    }

    static Decision<RefundEvent> decide(RefundCommand command, RefundFacts facts) {
        Refund refund = facts.refunds().get(command.refund());
        if (refund == null) {
            return Decision.notFound("refund " + command.refund().value());
        }
        return switch (command) {
            case RequestRefund repeated -> Decision.nothing();
            case ReturnOverpayment repeated -> Decision.nothing();
            case ApproveRefund approve -> approve(approve, refund);
            case RejectRefund reject ->
                switch (refund.stage()) {
                    case WAITING ->
                        Decision.of(new RefundRejected(
                                reject.refund(),
                                refund.requested().bill(),
                                reject.rejectedBy(),
                                reject.reason(),
                                reject.at()));
                    case REJECTED -> Decision.nothing();
                    case RETURNING, FAILED, COMPLETED -> decided();
                };
            case SettleRefundPart settle -> RefundSettling.decide(settle, facts, Map.of());
            case ApproveRefundSettlement approve -> RefundSettling.decide(approve, refund);
            case ReportRefundPart report ->
                isDue(refund, report.part()) ? Decision.of(returned(report, refund)) : Decision.nothing();
            case ReportRefundPartFailed report ->
                isDue(refund, report.part()) && refund.stage() == Stage.RETURNING
                        ? Decision.of(new RefundPartFailed(
                                report.refund(),
                                refund.requested().bill(),
                                report.part(),
                                refund.requested().parts().get(report.part()),
                                report.code(),
                                report.detail(),
                                report.at()))
                        : Decision.nothing();
        };
    }

    private static Decision<RefundEvent> approve(ApproveRefund command, Refund refund) {
        return switch (refund.stage()) {
            case WAITING ->
                command.approvedBy().equals(refund.requested().requestedBy())
                        ? Decision.refused("same-person", "Who asked for a refund does not approve it")
                        : Decision.of(
                                new RefundApproved(
                                        command.refund(),
                                        refund.requested().bill(),
                                        command.approvedBy(),
                                        command.at()),
                                due(refund.requested(), 0, command.at()));
            case RETURNING, FAILED, COMPLETED -> Decision.nothing();
            case REJECTED -> decided();
        };
    }

    private static Decision<RefundEvent> decided() {
        return Decision.refused("refund-decided", "It was decided on before");
    }

    /** A part that the provider refused may have been given back after all, when it is tried again. */
    static boolean isDue(Refund refund, int part) {
        return (refund.stage() == Stage.RETURNING || refund.stage() == Stage.FAILED) && part == refund.returned();
    }

    private static RefundEvent[] returned(ReportRefundPart report, Refund refund) {
        RefundRequested requested = refund.requested();
        RefundPartReturned returned = new RefundPartReturned(
                report.refund(),
                requested.bill(),
                requested.member(),
                report.part(),
                requested.parts().get(report.part()),
                report.at());
        return new RefundEvent[] {returned, after(requested, report.part(), report.at())};
    }

    /** The next part, or the end. */
    static RefundEvent after(RefundRequested requested, int part, Instant at) {
        return part + 1 < requested.parts().size()
                ? due(requested, part + 1, at)
                : new RefundCompleted(requested.refund(), requested.bill(), requested.member(), requested.amount(), at);
    }

    private static RefundPartDue due(RefundRequested requested, int part, Instant at) {
        return new RefundPartDue(
                requested.refund(),
                requested.bill(),
                requested.member(),
                part,
                requested.parts().get(part),
                at);
    }

    static RefundFacts evolve(RefundFacts facts, RefundEvent event) {
        return switch (event) {
            case RefundRequested requested -> facts.with(requested.refund(), Refund.of(requested));
            case RefundApproved approved -> changed(facts, approved, Stage.RETURNING);
            case RefundRejected rejected -> changed(facts, rejected, Stage.REJECTED);
            case RefundPartDue due -> changed(facts, due, Stage.RETURNING);
            case RefundPartReturned returned ->
                facts.with(returned.refund(), refund(facts, returned).without(returned.part()));
            case RefundPartSettled settled ->
                facts.with(settled.refund(), refund(facts, settled).without(settled.part()));
            case RefundSettlementProposed proposed ->
                facts.with(proposed.refund(), refund(facts, proposed).proposing(proposed.settlement()));
            case RefundPartFailed failed -> changed(facts, failed, Stage.FAILED);
            case RefundCompleted completed -> changed(facts, completed, Stage.COMPLETED);
        };
    }

    private static RefundFacts changed(RefundFacts facts, RefundEvent event, Stage stage) {
        return facts.with(event.refund(), refund(facts, event).in(stage));
    }

    private static Refund refund(RefundFacts facts, RefundEvent event) {
        return java.util.Objects.requireNonNull(facts.refunds().get(event.refund()));
    }
}
