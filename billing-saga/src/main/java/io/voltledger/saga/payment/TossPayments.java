package io.voltledger.saga.payment;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.api.Money;
import io.voltledger.api.payment.OrderId;
import io.voltledger.saga.SagaSettings;
import io.voltledger.saga.payment.ProviderOutcome.Declined;
import io.voltledger.saga.payment.ProviderOutcome.NotFound;
import io.voltledger.saga.payment.ReservationStep.Capability;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Toss Payments, API version 2022-11-16, billing keys. */
class TossPayments implements PaymentProvider {

    private final TossHttp http;

    TossPayments(SagaSettings settings) {
        this.http = new TossHttp(settings.provider());
    }

    @Override
    public CardRegistration register(String authKey, String customerKey, String idempotencyKey) {
        return http.post(
                "/v1/billing/authorizations/issue",
                Map.of("authKey", authKey, "customerKey", customerKey),
                idempotencyKey,
                TossPayments::registration,
                outcome -> new CardRegistration.Unavailable(outcome.toString()));
    }

    @Override
    public ProviderOutcome charge(Charge charge) {
        return http.post(
                "/v1/billing/" + TossHttp.segment(charge.billingKey()),
                Map.of(
                        "customerKey", charge.customerKey(),
                        "amount", charge.amount().amount(),
                        "orderId", charge.order().value(),
                        "orderName", charge.orderName(),
                        "taxFreeAmount", 0),
                charge.idempotencyKey(),
                answer -> TossOutcomes.ofCharge(answer, charge.order(), charge.amount()),
                Function.identity());
    }

    @Override
    public ProviderOutcome query(OrderId order, Money amount) {
        return http.get(
                "/v1/payments/orders/" + TossHttp.segment(order.value()),
                answer -> TossOutcomes.ofQuery(answer, order, amount),
                Function.identity());
    }

    @Override
    public ProviderOutcome cancel(Cancellation cancellation) {
        ProviderOutcome outcome = http.post(
                "/v1/payments/" + TossHttp.segment(cancellation.providerKey()) + "/cancel",
                Map.of(
                        "cancelReason",
                        cancellation.reason(),
                        "cancelAmount",
                        cancellation.amount().amount()),
                cancellation.idempotencyKey(),
                answer -> TossOutcomes.ofCancel(answer, cancellation.amount(), cancellation.reason()),
                Function.identity());
        return outcome instanceof Declined declined && declined.code().equals(TossOutcomes.ALREADY_CANCELLED)
                ? whoCancelled(cancellation, declined)
                : outcome;
    }

    /** Somebody cancelled: it counts as done only where it was us. */
    private ProviderOutcome whoCancelled(Cancellation cancellation, Declined declined) {
        ProviderOutcome ours = find(cancellation);
        return ours instanceof NotFound ? declined : ours;
    }

    @Override
    public ProviderOutcome find(Cancellation cancellation) {
        return http.get(
                "/v1/payments/" + TossHttp.segment(cancellation.providerKey()),
                answer -> TossOutcomes.ofCancelQuery(answer, cancellation.amount(), cancellation.reason()),
                Function.identity());
    }

    /** A billing key is charged at once: there is nothing that could be set aside. */
    @Override
    public Set<Capability> capabilities() {
        return Set.of();
    }

    @Override
    public ProviderOutcome reserve(ReservationStep step) {
        return new Declined(NOT_SUPPORTED, "Toss Payments charges billing keys at once; it cannot " + step.needs());
    }

    @Override
    public TransactionList transactions(Instant from, Instant until) {
        return new TossTransactions(http).list(from, until);
    }

    private static CardRegistration registration(TossAnswer answer) {
        JsonNode body = answer.body();
        String billingKey = body.path("billingKey").asText("");
        if (answer.status() == 200 && !billingKey.isEmpty()) {
            JsonNode card = body.path("card");
            return new CardRegistration.Registered(
                    billingKey,
                    body.path("cardCompany").asText(card.path("issuerCode").asText("?")),
                    body.path("cardNumber").asText(card.path("number").asText("?")));
        }
        return answer.status() >= 500 || answer.status() == 409 || answer.status() == 401
                ? new CardRegistration.Unavailable("HTTP " + answer.status() + " " + answer.code())
                : new CardRegistration.Refused(answer.code(), answer.message());
    }
}
