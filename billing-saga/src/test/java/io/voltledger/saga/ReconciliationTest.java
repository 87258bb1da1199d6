package io.voltledger.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.topup.TopUpId;
import io.voltledger.saga.standin.Bills;
import io.voltledger.saga.standin.StandInBooks;
import io.voltledger.saga.standin.StoppedSessions;
import io.voltledger.simulators.mail.MailSink;
import io.voltledger.simulators.mail.MailSinkSettings;
import io.voltledger.simulators.payment.Capture;
import io.voltledger.simulators.payment.PaymentProviderSimulator;
import io.voltledger.simulators.payment.ProviderSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Two payments that were made and booked, and then what somebody does behind the platform's back. */
class ReconciliationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private static PaymentProviderSimulator provider;
    private static MailSink mails;
    private static ConfigurableApplicationContext saga;

    @BeforeAll
    static void start() {
        provider = PaymentProviderSimulator.start(ProviderSettings.defaults().withPort(0));
        mails = MailSink.start(MailSinkSettings.defaults().withPort(0));
        saga = SagaApplication.start(
                provider, mails, TestDatabase.newDatabase(), "--voltledger.saga.reconciliation.settled-after=0s");
    }

    @AfterAll
    static void stop() {
        saga.close();
        provider.close();
        mails.close();
    }

    @Test
    void makesACaseOfEveryDifferenceOnceAndLetsAPersonResolveIt() {
        pay(new SessionId("CP-1:1"));
        pay(new SessionId("CP-1:2"));
        Capture first = provider.captures().getFirst();
        LocalDate day = LocalDate.ofInstant(first.approvedAt(), SEOUL);

        JsonNode fine = run(day);
        assertThat(fine.path("matched").asInt()).isEqualTo(2);
        assertThat(fine.path("differences").asInt()).isZero();
        assertThat(casesOf(day, "")).isEmpty();

        provider.cancelFromOutside(first.orderId(), 3_000, "chargeback");
        provider.captureFromOutside("stray-order", 500);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(run(day).path("differences").asInt()).isEqualTo(2));
        assertThat(run(day).path("differences").asInt()).isEqualTo(2);

        List<JsonNode> cases = casesOf(day, "?state=OPEN");
        assertThat(cases)
                .extracting(one -> one.path("kind").asText())
                .containsExactlyInAnyOrder("RETURNED_NOT_BOOKED", "UNKNOWN_ORDER");
        JsonNode chargeback = cases.stream()
                .filter(one -> one.path("kind").asText().equals("RETURNED_NOT_BOOKED"))
                .findFirst()
                .orElseThrow();
        assertThat(chargeback.at("/provider/amount").asLong()).isEqualTo(3_000);
        assertThat(chargeback.path("bill").asText()).isEqualTo(first.orderName().replace("Charging ", ""));

        String path = "/api/reconciliation/cases/" + chargeback.path("id").asText();
        post(path + "/resolution", Map.of("by", "kim", "reason", "the bank took it back, credit note issued"));
        assertThat(get(path).path("state").asText()).isEqualTo("RESOLVED");
        assertThat(casesOf(day, "?state=OPEN")).hasSize(1);
        assertThatThrownBy(() -> post(path + "/resolution", Map.of("by", "lee", "reason", "me too")))
                .isInstanceOf(HttpClientErrorException.class)
                .hasMessageContaining("case-resolved");
        assertThat(run(day).path("differences").asInt()).isEqualTo(2);
        assertThat(casesOf(day, "")).hasSize(2);
        assertThat(items("/api/reconciliation/runs?limit=1")).hasSize(1);
    }

    @Test
    void makesNoCaseOfWhatWentBackByHandWeeksAfterItWasTaken() {
        Instant settledAt = Instant.now().minus(Duration.ofDays(40));
        BillId bill = new BillId("CP-2:1");
        saga.getBean(StandInBooks.class)
                .settle(
                        PaymentId.of(bill, 1),
                        bill,
                        Money.of(12_100, "KRW"),
                        settledAt.minus(Duration.ofDays(20)),
                        settledAt);

        JsonNode day = run(LocalDate.ofInstant(settledAt, SEOUL));

        assertThat(day.path("differences").asInt()).isZero();
    }

    @Test
    void keepsOneCaseOfATopUpWhoseMoneyComesBackLaterAndInParts() {
        StandInBooks books = saga.getBean(StandInBooks.class);
        TopUpId topUp = new TopUpId("M3~late");
        Instant taken = Instant.now().minus(Duration.ofDays(90));
        books.take(topUp, Money.of(5_000, "KRW"), taken);
        assertThat(differences(taken)).isEqualTo(1);
        assertThat(differences(taken)).isEqualTo(1);

        Instant later = taken.plus(Duration.ofDays(3));
        books.giveBack(topUp, Money.of(2_000, "KRW"), later);
        assertThat(differences(later)).isEqualTo(1);
        JsonNode one = theCaseOf(topUp);
        assertThat(one.at("/books/amount").asLong()).isEqualTo(3_000);
        assertThat(one.path("lastSeenOn").asText())
                .isEqualTo(LocalDate.now(SEOUL).toString());

        put(one, "/assignee", Map.of("by", "lee"));
        put(one, "/notes/n1", Map.of("by", "lee", "text", "the bank sends it on Monday"));
        JsonNode worked = get("/api/reconciliation/cases/" + one.path("id").asText());
        assertThat(worked.path("assignee").asText()).isEqualTo("lee");
        assertThat(worked.path("history"))
                .extracting(entry -> entry.path("what").asText())
                .containsExactly("FOUND", "CHANGED", "TAKEN", "NOTED");
        assertThat(worked.at("/history/3/text").asText()).isEqualTo("the bank sends it on Monday");
        assertThatThrownBy(() -> put(one, "/notes/n2", Map.of("by", "lee", "text", "x".repeat(1_001))))
                .isInstanceOf(HttpClientErrorException.BadRequest.class);

        close(one, "the rest goes back by wire");
        differences(later);
        assertThat(theCaseOf(topUp).path("state").asText()).isEqualTo("RESOLVED");

        Instant muchLater = taken.plus(Duration.ofDays(9));
        books.giveBack(topUp, Money.of(1_000, "KRW"), muchLater);
        differences(muchLater);
        assertThat(theCaseOf(topUp).path("state").asText()).isEqualTo("OPEN");
        assertThat(theCaseOf(topUp).path("evenSince").isTextual()).isFalse();

        Instant last = taken.plus(Duration.ofDays(20));
        books.giveBack(topUp, Money.of(2_000, "KRW"), last);
        assertThat(differences(last)).isZero();
        JsonNode even = theCaseOf(topUp);
        assertThat(even.path("state").asText()).isEqualTo("OPEN");
        assertThat(even.path("evenSince").asText())
                .isEqualTo(LocalDate.ofInstant(last, SEOUL).toString());
        close(even, "all is back");
    }

    private static int differences(Instant at) {
        return run(LocalDate.ofInstant(at, SEOUL)).path("differences").asInt();
    }

    private static JsonNode theCaseOf(TopUpId topUp) {
        List<JsonNode> cases = items("/api/reconciliation/cases").stream()
                .filter(one -> one.path("subject").asText().equals(topUp.toString()))
                .toList();
        assertThat(cases).hasSize(1);
        return cases.getFirst();
    }

    private static void close(JsonNode one, String reason) {
        post(
                "/api/reconciliation/cases/" + one.path("id").asText() + "/resolution",
                Map.of("by", "kim", "reason", reason));
    }

    private static void put(JsonNode one, String path, Map<String, ?> body) {
        http().put()
                .uri("/api/reconciliation/cases/" + one.path("id").asText() + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity();
    }

    private static List<JsonNode> casesOf(LocalDate day, String filter) {
        return items("/api/reconciliation/cases" + filter).stream()
                .filter(one -> one.path("day").asText().equals(day.toString()))
                .toList();
    }

    private static void pay(SessionId session) {
        MemberId member = new MemberId("M-" + session.value().replace(':', '-'));
        post(
                "/api/payment-methods",
                Map.of(
                        "member", member.value(),
                        "authKey", "auth-" + member.value(),
                        "customerKey", "customer-" + member.value()));
        saga.getBean(EventGateway.class).publish(StoppedSessions.of(session, member));
        BillId bill = BillId.of(session);
        await().atMost(PATIENCE).until(() -> saga.getBean(Bills.class).isPaid(bill));
        Capture capture = provider.captures().getLast();
        saga.getBean(StandInBooks.class)
                .book(PaymentId.of(bill, 1), Money.of(capture.amount(), "KRW"), capture.approvedAt());
    }

    private static JsonNode run(LocalDate day) {
        return json(post("/api/reconciliation/runs", Map.of("day", day.toString())));
    }

    private static List<JsonNode> items(String path) {
        return StreamSupport.stream(get(path).path("items").spliterator(), false)
                .toList();
    }

    private static JsonNode get(String path) {
        return json(http().get().uri(path).retrieve().body(String.class));
    }

    private static String post(String path, Map<String, ?> body) {
        String answer = http().post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(String.class);
        return answer == null ? "" : answer;
    }

    private static JsonNode json(@org.jspecify.annotations.Nullable String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RestClient http() {
        int port = saga.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return RestClient.create("http://127.0.0.1:" + port);
    }
}
