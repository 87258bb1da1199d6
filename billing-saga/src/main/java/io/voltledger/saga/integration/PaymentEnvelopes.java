package io.voltledger.saga.integration;

import static io.voltledger.api.integration.Envelope.PAYMENT_TOPIC;
import static io.voltledger.api.integration.Envelope.TRANSACTION_TOPIC;

import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.PaymentEvent;
import io.voltledger.api.payment.PaymentEvent.PaymentAbandoned;
import io.voltledger.api.payment.PaymentEvent.PaymentApproved;
import io.voltledger.api.payment.PaymentEvent.PaymentApprovedLate;
import io.voltledger.api.payment.PaymentEvent.PaymentCancelled;
import io.voltledger.api.payment.PaymentEvent.PaymentChargedBack;
import io.voltledger.api.payment.PaymentEvent.PaymentDeclined;
import io.voltledger.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.voltledger.api.payment.PaymentEvent.PaymentRequested;
import io.voltledger.api.payment.PaymentEvent.PaymentSettled;
import io.voltledger.api.session.SessionId;
import java.util.List;

/** Attempts at payments; a driver is told what was approved and declined. */
final class PaymentEnvelopes {

    private PaymentEnvelopes() {}

    static List<Outgoing> of(PaymentEvent event, Envelopes envelopes) {
        String key = event.payment().value();
        return switch (event) {
            case PaymentRequested requested ->
                envelopes.make(
                        "billing.payment.requested",
                        key,
                        requested.member(),
                        facts(event, requested.session(), requested.member())
                                .with("amount", requested.amount())
                                .with("attempt", requested.attempt())
                                .with("orderId", requested.order().value())
                                .with("requestedAt", requested.requestedAt()),
                        PAYMENT_TOPIC);
            case PaymentApproved approved ->
                envelopes.make(
                        "billing.payment.approved",
                        key,
                        approved.member(),
                        facts(event, approved.session(), approved.member())
                                .with("amount", approved.amount())
                                .with("approvedAt", approved.approvedAt()),
                        PAYMENT_TOPIC,
                        TRANSACTION_TOPIC);
            case PaymentDeclined declined ->
                envelopes.make(
                        "billing.payment.declined",
                        key,
                        declined.member(),
                        facts(event, declined.session(), declined.member())
                                .with("amount", declined.amount())
                                .with("attempt", declined.attempt())
                                .with("code", declined.code())
                                .with("declinedAt", declined.declinedAt()),
                        PAYMENT_TOPIC,
                        TRANSACTION_TOPIC);
            case PaymentOutcomeUnknown unknown ->
                envelopes.make(
                        "billing.payment.unknown",
                        key,
                        null,
                        facts(event)
                                .with("orderId", unknown.order().value())
                                .with("cause", unknown.cause())
                                .with("unknownSince", unknown.unknownSince()),
                        PAYMENT_TOPIC);
            case PaymentAbandoned abandoned ->
                envelopes.make(
                        "billing.payment.abandoned",
                        key,
                        null,
                        facts(event)
                                .with("orderId", abandoned.order().value())
                                .with("reason", abandoned.reason())
                                .with("abandonedAt", abandoned.abandonedAt()),
                        PAYMENT_TOPIC);
            case PaymentApprovedLate late ->
                envelopes.make(
                        "billing.payment.approved-late",
                        key,
                        null,
                        facts(event).with("amount", late.amount()).with("approvedAt", late.approvedAt()),
                        PAYMENT_TOPIC);
            case PaymentChargedBack taken ->
                envelopes.make(
                        "billing.payment.charged-back",
                        key,
                        taken.member(),
                        facts(event)
                                .with("amount", taken.amount())
                                .with("reason", taken.reason())
                                .with("chargedBackAt", taken.chargedBackAt()),
                        PAYMENT_TOPIC);
            case PaymentEvent.PaymentSettlementProposed proposed -> List.of(); // once it is approved
            case PaymentSettled settled ->
                envelopes.make(
                        "billing.payment.settled",
                        key,
                        null,
                        facts(event)
                                .with("amount", settled.amount())
                                .with("way", settled.settlement().way().name())
                                .with("reference", settled.settlement().reference())
                                .with("settledAt", settled.settledAt()),
                        PAYMENT_TOPIC);
            case PaymentCancelled cancelled ->
                envelopes.make(
                        "billing.payment.cancelled",
                        key,
                        null,
                        facts(event).with("amount", cancelled.amount()).with("cancelledAt", cancelled.cancelledAt()),
                        PAYMENT_TOPIC);
        };
    }

    private static Facts facts(PaymentEvent event) {
        return new Facts()
                .with("paymentId", event.payment().value())
                .with("billId", event.bill().value());
    }

    private static Facts facts(PaymentEvent event, SessionId session, MemberId member) {
        return Facts.ofSession(session)
                .with("paymentId", event.payment().value())
                .with("billId", event.bill().value())
                .with("memberUuid", member.value());
    }
}
