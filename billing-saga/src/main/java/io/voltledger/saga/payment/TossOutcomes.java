package io.voltledger.saga.payment;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.api.Money;
import io.voltledger.api.payment.OrderId;
import io.voltledger.saga.payment.ProviderOutcome.Approved;
import io.voltledger.saga.payment.ProviderOutcome.Cancelled;
import io.voltledger.saga.payment.ProviderOutcome.Declined;
import io.voltledger.saga.payment.ProviderOutcome.Misconfigured;
import io.voltledger.saga.payment.ProviderOutcome.NotFound;
import io.voltledger.saga.payment.ProviderOutcome.Unknown;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Set;

/** What Toss Payments' answers mean (API version 2022-11-16): whatever is not certain is unknown. */
final class TossOutcomes {

    static final String ALREADY_CANCELLED = "ALREADY_CANCELED_PAYMENT";

    private static final int OK = 200;
    private static final Set<String> CANCELLED = Set.of("CANCELED", "PARTIAL_CANCELED");
    private static final Set<String> DECLINED =
            Set.of("REJECT_CARD_PAYMENT", "INVALID_REJECT_CARD", "INVALID_STOPPED_CARD", "INVALID_CARD_EXPIRATION");
    private static final Set<String> MISCONFIGURED =
            Set.of("UNAUTHORIZED_KEY", "INVALID_API_KEY", "INCORRECT_BASIC_AUTH_FORMAT");

    private TossOutcomes() {}

    static ProviderOutcome ofCharge(TossAnswer answer, OrderId order, Money amount) {
        return answer.status() == OK ? ofPayment(answer.body(), order, amount) : ofError(answer);
    }

    static ProviderOutcome ofQuery(TossAnswer answer, OrderId order, Money amount) {
        return answer.status() == 404 && answer.code().equals("NOT_FOUND_PAYMENT")
                ? new NotFound()
                : ofCharge(answer, order, amount);
    }

    static ProviderOutcome ofCancel(TossAnswer answer, Money amount, String reason) {
        if (answer.status() == OK) {
            return isCancelledByUs(answer.body(), amount, reason)
                    ? new Cancelled()
                    : new Unknown("cancel answered " + summary(answer.body()));
        }
        return answer.code().startsWith("NOT_CANCELABLE") || answer.code().equals(ALREADY_CANCELLED)
                ? new Declined(answer.code(), answer.message())
                : ofError(answer);
    }

    static ProviderOutcome ofCancelQuery(TossAnswer answer, Money amount, String reason) {
        if (answer.status() != OK) {
            return ofError(answer);
        }
        return isCancelledByUs(answer.body(), amount, reason) ? new Cancelled() : new NotFound();
    }

    private static boolean isCancelledByUs(JsonNode payment, Money amount, String reason) {
        for (JsonNode cancel : payment.path("cancels")) {
            if (cancel.path("cancelReason").asText().equals(reason)
                    && cancel.path("cancelAmount").asLong() == amount.amount()) {
                return CANCELLED.contains(payment.path("status").asText());
            }
        }
        return false;
    }

    static ProviderOutcome ofError(TossAnswer answer) {
        String code = answer.code();
        if (DECLINED.contains(code) || code.startsWith("EXCEED_MAX_")) {
            return new Declined(code, answer.message());
        }
        if (MISCONFIGURED.contains(code)) {
            return new Misconfigured(code, answer.message());
        }
        return new Unknown("HTTP " + answer.status() + (code.isEmpty() ? "" : " " + code));
    }

    private static ProviderOutcome ofPayment(JsonNode payment, OrderId order, Money amount) {
        boolean agrees = payment.path("orderId").asText().equals(order.value())
                && payment.path("totalAmount").asLong() == amount.amount()
                && payment.path("currency").asText().equals(amount.currency().getCurrencyCode());
        return switch (payment.path("status").asText()) {
            case "DONE" -> agrees ? approved(payment) : new Unknown("does not agree: " + summary(payment));
            case "ABORTED", "EXPIRED" ->
                new Declined(
                        payment.path("failure")
                                .path("code")
                                .asText(payment.path("status").asText()),
                        payment.path("failure").path("message").asText(""));
            case "CANCELED" -> new Cancelled();
            default -> new Unknown(summary(payment));
        };
    }

    private static ProviderOutcome approved(JsonNode payment) {
        try {
            return new Approved(
                    payment.path("paymentKey").asText(),
                    OffsetDateTime.parse(payment.path("approvedAt").asText()).toInstant());
        } catch (DateTimeException e) {
            return new Unknown("approvedAt cannot be read: " + summary(payment));
        }
    }

    private static String summary(JsonNode payment) {
        return "status %s, %s %s"
                .formatted(
                        payment.path("status").asText("?"),
                        payment.path("totalAmount").asText("?"),
                        payment.path("currency").asText("?"));
    }
}
