package io.voltledger.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.voltledger.api.Money;
import io.voltledger.api.payment.OrderId;
import io.voltledger.saga.payment.ProviderOutcome.Approved;
import io.voltledger.saga.payment.ProviderOutcome.Cancelled;
import io.voltledger.saga.payment.ProviderOutcome.Declined;
import io.voltledger.saga.payment.ProviderOutcome.Misconfigured;
import io.voltledger.saga.payment.ProviderOutcome.NotFound;
import io.voltledger.saga.payment.ProviderOutcome.Unknown;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TossOutcomesTest {

    private static final OrderId ORDER = new OrderId("order-1");
    private static final Money AMOUNT = Money.of(10_000, "KRW");

    @Test
    void approvesWhereAmountCurrencyAndDoneAgree() {
        assertThat(charge(200, payment("DONE", 10_000, "KRW", "order-1")))
                .isEqualTo(new Approved("pk-1", Instant.parse("2026-11-21T03:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({"9999,KRW,order-1", "10000,USD,order-1", "10000,KRW,order-2"})
    void believesNothingThatDoesNotAgree(long amount, String currency, String order) {
        assertThat(charge(200, payment("DONE", amount, currency, order))).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"READY", "IN_PROGRESS", "WAITING_FOR_DEPOSIT", "PARTIAL_CANCELED", "SOMETHING_NEW"})
    void doesNotKnowWhatIsNotFinal(String status) {
        assertThat(charge(200, payment(status, 10_000, "KRW", "order-1"))).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABORTED", "EXPIRED"})
    void isDeclinedWhereThePaymentCameToNothing(String status) {
        assertThat(charge(200, payment(status, 10_000, "KRW", "order-1"))).isEqualTo(new Declined(status, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REJECT_CARD_PAYMENT",
                "INVALID_REJECT_CARD",
                "INVALID_STOPPED_CARD",
                "INVALID_CARD_EXPIRATION",
                "EXCEED_MAX_AMOUNT",
                "EXCEED_MAX_DAILY_PAYMENT_COUNT"
            })
    void isDeclinedByTheCard(String code) {
        assertThat(charge(400, error(code))).isEqualTo(new Declined(code, "why"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNAUTHORIZED_KEY", "INVALID_API_KEY", "INCORRECT_BASIC_AUTH_FORMAT"})
    void blamesOurConfigurationAndNotTheDriver(String code) {
        assertThat(charge(401, error(code))).isEqualTo(new Misconfigured(code, "why"));
    }

    @ParameterizedTest
    @CsvSource({
        "409,IDEMPOTENT_REQUEST_PROCESSING",
        "500,FAILED_INTERNAL_SYSTEM_PROCESSING",
        "400,PROVIDER_ERROR",
        "400,ALREADY_PROCESSED_PAYMENT",
        "404,NOT_FOUND_PAYMENT",
        "418,NEVER_HEARD_OF"
    })
    void doesNotKnowWhatIsNotListed(int status, String code) {
        assertThat(charge(status, error(code))).isEqualTo(new Unknown("HTTP " + status + " " + code));
    }

    @Test
    void doesNotFindAnOrderThatTheProviderNeverGot() {
        assertThat(TossOutcomes.ofQuery(answer(404, error("NOT_FOUND_PAYMENT")), ORDER, AMOUNT))
                .isEqualTo(new NotFound());
    }

    @Test
    void isCancelledWhereTheProviderShowsOurCancel() {
        String body = """
                {"status":"CANCELED","cancels":[{"cancelReason":"late","cancelAmount":10000}]}""";

        assertThat(TossOutcomes.ofCancel(answer(200, body), AMOUNT, "late")).isEqualTo(new Cancelled());
        assertThat(TossOutcomes.ofCancel(answer(200, body), AMOUNT, "another")).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_CANCELABLE_AMOUNT", "NOT_CANCELABLE_PAYMENT", "ALREADY_CANCELED_PAYMENT"})
    void cannotCancelWhatTheProviderWillNot(String code) {
        assertThat(TossOutcomes.ofCancel(answer(403, error(code)), AMOUNT, "late"))
                .isEqualTo(new Declined(code, "why"));
    }

    private static ProviderOutcome charge(int status, String body) {
        return TossOutcomes.ofCharge(answer(status, body), ORDER, AMOUNT);
    }

    private static TossAnswer answer(int status, String body) {
        try {
            return new TossAnswer(status, new ObjectMapper().readTree(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String payment(String status, long amount, String currency, String order) {
        return """
                {"paymentKey":"pk-1","orderId":"%s","status":"%s","totalAmount":%d,"currency":"%s",
                 "approvedAt":"2026-11-21T12:00:00+09:00"}""".formatted(order, status, amount, currency);
    }

    private static String error(String code) {
        return "{\"code\":\"" + code + "\",\"message\":\"why\"}";
    }
}
