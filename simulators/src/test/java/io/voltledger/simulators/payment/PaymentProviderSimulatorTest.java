package io.voltledger.simulators.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaymentProviderSimulatorTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String CUSTOMER = "customer-1";

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private PaymentProviderSimulator simulator;

    @BeforeEach
    void start() {
        simulator = PaymentProviderSimulator.start(settings());
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void capturesOnceForOneIdempotencyKey() throws Exception {
        String card = register();

        HttpResponse<String> first = charge(card, "order-000001", "key-1", 12_100);
        HttpResponse<String> again = charge(card, "order-000001", "key-1", 12_100);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(MAPPER.readTree(first.body()).path("status").asText()).isEqualTo("DONE");
        assertThat(simulator.captures())
                .singleElement()
                .satisfies(capture -> assertThat(capture.amount()).isEqualTo(12_100));
    }

    @Test
    void refusesAnotherKeyForAnOrderThatIsPaid() throws Exception {
        String card = register();
        charge(card, "order-000001", "key-1", 12_100);

        HttpResponse<String> other = charge(card, "order-000001", "key-2", 12_100);

        assertThat(code(other)).isEqualTo("ALREADY_PROCESSED_PAYMENT");
        assertThat(simulator.captures()).hasSize(1);
    }

    @Test
    void followsTheScriptOfACustomer() throws Exception {
        String card = register();
        simulator.script(CUSTOMER, ScriptedOutcome.decline("INVALID_STOPPED_CARD"), ScriptedOutcome.CONFLICT);

        assertThat(code(charge(card, "order-000001", "key-1", 500))).isEqualTo("INVALID_STOPPED_CARD");
        assertThat(charge(card, "order-000002", "key-2", 500).statusCode()).isEqualTo(409);
        assertThat(charge(card, "order-000002", "key-2", 500).statusCode()).isEqualTo(200);
    }

    @Test
    void answersAnErrorAlthoughItCaptured() throws Exception {
        String card = register();
        simulator.script(CUSTOMER, ScriptedOutcome.ERROR_AFTER_CAPTURE);

        assertThat(charge(card, "order-000001", "key-1", 500).statusCode()).isEqualTo(500);

        assertThat(MAPPER.readTree(get("/v1/payments/orders/order-000001").body())
                        .path("status")
                        .asText())
                .isEqualTo("DONE");
    }

    @Test
    void leavesACallerWithoutAnswerAlthoughItCaptured() throws Exception {
        String card = register();
        simulator.script(CUSTOMER, ScriptedOutcome.TIMEOUT_AFTER_CAPTURE);

        assertThatThrownBy(() -> charge(card, "order-000001", "key-1", 500)).isInstanceOf(IOException.class);

        assertThat(charge(card, "order-000001", "key-1", 500).statusCode()).isEqualTo(200);
        assertThat(simulator.captures()).hasSize(1);
    }

    @Test
    void givesBackInPartsAndNeverMoreThanItTook() throws Exception {
        String card = register();
        String payment = MAPPER.readTree(
                        charge(card, "order-000001", "key-1", 500).body())
                .path("paymentKey")
                .asText();

        String part = cancel(payment, "cancel-1", "{\"cancelReason\":\"part\",\"cancelAmount\":200}")
                .body();
        String rest = cancel(payment, "cancel-2", "{\"cancelReason\":\"rest\"}").body();

        assertThat(MAPPER.readTree(part).path("balanceAmount").asLong()).isEqualTo(300);
        assertThat(MAPPER.readTree(rest).path("status").asText()).isEqualTo("CANCELED");
        assertThat(code(cancel(payment, "cancel-3", "{\"cancelReason\":\"more\"}")))
                .isEqualTo("ALREADY_CANCELED_PAYMENT");
    }

    @Test
    void refusesCallersWithoutTheKey() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(simulator.url().resolve("/v1/payments/orders/order-000001"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(code(answer)).isEqualTo("UNAUTHORIZED_KEY");
    }

    @Test
    void remembersEverythingOverARestartAndACutOffLine() throws Exception {
        String card = register();
        simulator.script(CUSTOMER, ScriptedOutcome.APPROVE, ScriptedOutcome.decline("EXCEED_MAX_AMOUNT"));
        String answer = charge(card, "order-000001", "key-1", 500).body();
        simulator.close();
        Files.writeString(data.resolve("payments.jsonl"), "{\"entry\":\"capt", StandardOpenOption.APPEND);

        simulator = PaymentProviderSimulator.start(settings());

        assertThat(charge(card, "order-000001", "key-1", 500).body()).isEqualTo(answer);
        assertThat(code(charge(card, "order-000002", "key-2", 500))).isEqualTo("EXCEED_MAX_AMOUNT");
        assertThat(simulator.captures()).hasSize(1);
        assertThat(simulator.calls()).hasSize(4);
    }

    @Test
    void isScriptedAndReadOverHttp() throws Exception {
        String card = register();
        post("/simulator/scripts", "", "{\"subject\":\"order-000009\",\"outcomes\":[\"decline:REJECT_CARD_PAYMENT\"]}");

        charge(card, "order-000009", "key-1", 500);
        charge(card, "order-000010", "key-2", 700);

        JsonNode captures = MAPPER.readTree(get("/simulator/captures").body());
        assertThat(captures.findValuesAsText("orderId")).containsExactly("order-000010");
        assertThat(get("/simulator/calls").body()).contains("\"idempotencyKey\":\"key-1\"");
    }

    private ProviderSettings settings() {
        return ProviderSettings.defaults().withPort(0).withData(data).withSilence(Duration.ofMillis(50));
    }

    private String register() throws Exception {
        HttpResponse<String> answer = post(
                "/v1/billing/authorizations/issue",
                "issue-1",
                "{\"authKey\":\"auth-1\",\"customerKey\":\"" + CUSTOMER + "\"}");
        return MAPPER.readTree(answer.body()).path("billingKey").asText();
    }

    private HttpResponse<String> charge(String card, String order, String key, long amount) throws Exception {
        return post("/v1/billing/" + card, key, """
                {"customerKey":"%s","amount":%d,"orderId":"%s","orderName":"Charging CP-1:7"}""".formatted(CUSTOMER, amount, order));
    }

    private HttpResponse<String> cancel(String payment, String key, String body) throws Exception {
        return post("/v1/payments/" + payment + "/cancel", key, body);
    }

    private HttpResponse<String> post(String path, String key, String body) throws Exception {
        return send(request(path)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        String credentials = Base64.getEncoder()
                .encodeToString(
                        (ProviderSettings.DEFAULT_SECRET_KEY + ":").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(simulator.url().resolve(path)).header("Authorization", "Basic " + credentials);
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String code(HttpResponse<String> answer) throws Exception {
        return MAPPER.readTree(answer.body()).path("code").asText();
    }
}
