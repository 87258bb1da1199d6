package io.voltledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.query.history.Day;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RestTest {

    private static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.start("rest");
        platform.record(new Day(Instant.parse("2026-11-21T12:00:00Z")).history().facts());
        platform.awaitProjections();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void showsStationsWithTheirConnectors() {
        JsonNode stations = get("/api/charge-points").at("/items");
        assertThat(ids(stations)).containsExactly("CP-HARBOUR-3", "CP-PLAZA-1", "CP-STATION-2");
        JsonNode station = get("/api/charge-points/CP-STATION-2");
        assertThat(station.at("/online").asBoolean()).isTrue();
        assertThat(station.at("/connectors/0/errorCode").asString()).isEqualTo("GroundFailure");
        assertThat(station.at("/lastSeenAt").asString()).isEqualTo("2026-11-21T11:57:00Z");
        assertThat(ids(get("/api/charge-points?online=false").at("/items"))).containsExactly("CP-HARBOUR-3");
    }

    @Test
    void showsASessionWithItsBillAndPayment() {
        JsonNode session = get("/api/sessions/CP-PLAZA-1:101");
        assertThat(session.at("/state").asString()).isEqualTo("STOPPED");
        assertThat(session.at("/energy").asLong()).isEqualTo(12_300);
        assertThat(session.at("/bill").asString()).isEqualTo("PAID");
        assertThat(session.at("/payment").asString()).isEqualTo("APPROVED");
        assertThat(get("/api/sessions/CP-PLAZA-1:101/readings").at("/items")).hasSize(8);
    }

    @Test
    void filtersSessions() {
        assertThat(ids(get("/api/sessions?state=ACTIVE").at("/items")))
                .containsExactly("CP-STATION-2:902", "CP-PLAZA-1:901");
        assertThat(ids(get("/api/sessions?member=member-sora&token=04778899").at("/items")))
                .containsExactly("CP-PLAZA-1:104");
        assertThat(ids(get("/api/sessions?station=CP-PLAZA-1&from=2026-11-21T04:00:00Z&to=2026-11-21T06:00:00Z")
                        .at("/items")))
                .containsExactly("CP-PLAZA-1:105");
    }

    @Test
    void showsABillWithLinesVatAndWhatWasPaid() {
        JsonNode bill = get("/api/bills/CP-PLAZA-1:101");
        assertThat(bill.at("/lines/0/sources/0/metered/after/event").asInt()).isEqualTo(2);
        assertThat(bill.at("/lines/0/sources/0/metered/before/register").asInt())
                .isEqualTo(1_204_500);
        assertThat(bill.at("/lines/0/net/amount").asLong()).isEqualTo(3_592);
        assertThat(bill.at("/lines/0/vat/amount").asLong()).isEqualTo(359);
        assertThat(bill.at("/totals/gross/amount").asLong()).isEqualTo(3_951);
        assertThat(bill.at("/outstanding/amount").asLong()).isZero();
        assertThat(words(bill.at("/payments"), "/source")).containsExactly("CARD", "WALLET");
        assertThat(ids(get("/api/bills?state=OVERDUE").at("/items"))).containsExactly("CP-PLAZA-1:104");
    }

    @Test
    void tellsApprovedDeclinedAndUnknownPaymentsApart() {
        assertThat(ids(get("/api/payments?bill=CP-STATION-2:103").at("/items")))
                .containsExactly("CP-STATION-2:103#2", "CP-STATION-2:103#1");
        assertThat(get("/api/payments/CP-STATION-2:103%231").at("/code").asString())
                .isEqualTo("REJECT_CARD_PAYMENT");
        assertThat(ids(get("/api/payments?state=UNKNOWN").at("/items"))).containsExactly("CP-PLAZA-1:105#1");
        assertThat(ids(get("/api/payment-methods?member=member-jun").at("/items")))
                .containsExactly("card-member-jun");
    }

    @Test
    void showsAWalletThatConservesMoney() {
        JsonNode lot = get("/api/wallets/member-areum/points").at("/items/0");
        assertThat(lot.at("/left/amount").asLong()).isZero();
        assertThat(lot.at("/expired/amount").asLong()).isEqualTo(500);
        assertThat(get("/api/wallets/member-areum").at("/points/amount").asLong())
                .isZero();
        assertThat(words(get("/api/wallets/member-areum/movements").at("/items"), "/kind"))
                .containsExactly(
                        "POINTS_EXPIRED",
                        "POINTS_RETURNED",
                        "CREDIT",
                        "CAPTURE",
                        "HOLD",
                        "POINTS_USED",
                        "POINTS_GRANTED");
        assertThat(get("/api/wallets/member-areum/holds").at("/items")).isEmpty();
        JsonNode wallet = get("/api/wallets/member-minji");
        assertThat(wallet.at("/available/amount").asLong()).isZero();
        assertThat(wallet.at("/held/amount").asLong()).isZero();
        assertThat(words(get("/api/wallets/member-minji/movements").at("/items"), "/kind"))
                .containsExactly("CAPTURE", "HOLD", "CREDIT");
        assertThat(get("/api/wallets/member-sora").at("/available/amount").asLong())
                .isEqualTo(500);
    }

    @Test
    void showsTokensTariffsNotificationsAndStationCommands() {
        assertThat(get("/api/tokens/04778899").at("/restrictedBy/0").asString()).isEqualTo("CP-PLAZA-1:104");
        assertThat(ids(get("/api/tokens").at("/items"))).hasSize(3);
        assertThat(get("/api/tariffs/standard").at("/content/currency").asString())
                .isEqualTo("KRW");
        assertThat(ids(get("/api/tariffs").at("/items"))).containsExactly("standard");
        assertThat(ids(get("/api/notifications?state=FAILED").at("/items")))
                .containsExactly("bill-overdue/CP-PLAZA-1:104");
        JsonNode command = get("/api/station-commands/command-1");
        assertThat(command.at("/state").asString()).isEqualTo("ANSWERED");
        assertThat(command.at("/request/connectorId").asInt()).isEqualTo(1);
        assertThat(command.at("/answer/status").asString()).isEqualTo("Accepted");
    }

    @Test
    void findsTransactions() {
        JsonNode latest = get("/api/sessions?station=CP-PLAZA-1&limit=1").at("/items/0");
        assertThat(latest.at("/id").asString()).isEqualTo("CP-PLAZA-1:901");
        assertThat(latest.at("/transaction").asString()).isEqualTo("901");
        assertThat(get("/api/charge-points/CP-PLAZA-1/sessions/latest")
                        .at("/id")
                        .asString())
                .isEqualTo("CP-PLAZA-1:901");
        assertThat(ids(get("/api/sessions?transaction=104").at("/items"))).containsExactly("CP-PLAZA-1:104");
        assertThat(get("/api/sessions?transaction=104&station=CP-STATION-2").at("/items"))
                .isEmpty();
    }

    @Test
    void showsAllThatAMeterSaid() {
        JsonNode values = get("/api/sessions/CP-PLAZA-1:104/meter-values").at("/items");
        assertThat(values).isNotEmpty().allSatisfy(reading -> {
            assertThat(reading.at("/origin").asString()).isEqualTo("METER_VALUES");
            assertThat(reading.at("/values/0/measurand").asString()).isEqualTo("Energy.Active.Import.Register");
        });
    }

    @Test
    void showsWhatAStationKeeps() {
        String station = "/api/charge-points/CP-PLAZA-1";
        assertThat(get(station + "/reservations").at("/items"))
                .extracting(item ->
                        item.at("/id").asInt() + " " + item.at("/status").asString())
                .containsExactly("4 EXPIRED", "3 CANCELLED", "2 USED", "1 ACCEPTED");
        assertThat(get(station + "/reservations?status=ACCEPTED").at("/items")).hasSize(1);
        assertThat(get(station + "/reservations/2").at("/session").asString()).isEqualTo("CP-PLAZA-1:901");
        assertThat(get(station + "/charging-profiles").at("/items"))
                .extracting(item -> item.at("/profile/id").asInt() + " "
                        + item.at("/profile/schedules/0/periods/0/limit").asString())
                .containsExactly("4 16.5", "2 16.5", "3 16.5");
        assertThat(get(station + "/notices?kind=SECURITY_EVENT")
                        .at("/items/0/word")
                        .asString())
                .isEqualTo("TamperDetection");
        assertThat(ids(get("/api/certificate-requests?state=PENDING").at("/items")))
                .containsExactly("CP-PLAZA-1@0a1b");
        assertThat(get("/api/certificate-requests/CP-PLAZA-1@0a1b").at("/csr").asString())
                .isEqualTo("-----BEGIN");
        assertThat(get(station + "/local-list").at("/version").asInt()).isEqualTo(12);
    }

    @Test
    void showsWhoMayConnectWhoWasRefusedAndWhoWaits() {
        JsonNode refused = get("/api/refused-handshakes").at("/items/0");
        assertThat(refused.at("/reason").asString()).isEqualTo("WRONG_PASSWORD");
        assertThat(refused.at("/address").asString()).isEqualTo("10.0.0.9");
        JsonNode security = get("/api/charge-points/" + refused.at("/station").asString() + "/security");
        assertThat(security.at("/profile").asInt()).isEqualTo(1);
        assertThat(security.at("/passwordSetAt").asString()).isNotEmpty();
        assertThat(security.toString()).doesNotContain("pbkdf2");
        assertThat(words(get("/api/pending-stations?state=PENDING").at("/items"), "/station"))
                .containsExactly("CP-NEW-1");
        assertThat(words(get("/api/pending-stations?state=REFUSED").at("/items"), "/reason"))
                .containsExactly("not ours");
    }

    @Test
    void tellsASessionsWholeHistoryInTheOrderOfTheStore() {
        JsonNode events = get("/api/audit/sessions/CP-PLAZA-1:104/events").at("/items");
        assertThat(words(events, "/type").subList(11, 21))
                .containsExactly(
                        "BillOpened",
                        "FundsHeld",
                        "PaymentRequested",
                        "PaymentDeclined",
                        "NotificationRequested",
                        "NotificationSent",
                        "HoldReleased",
                        "BillOverdue",
                        "TokenRestricted",
                        "NotificationRequested");
        List<Long> positions = new ArrayList<>();
        events.forEach(event -> positions.add(event.at("/position").asLong()));
        assertThat(positions).isSorted().doesNotHaveDuplicates();
        JsonNode first = events.get(0);
        assertThat(first.at("/type").asString()).isEqualTo("SessionStarted");
        assertThat(first.at("/actor").asString()).isEqualTo("station:CP-PLAZA-1");
        assertThat(first.at("/frameId").asString()).startsWith("frame-");
        assertThat(first.at("/payload/meterStart").asLong()).isEqualTo(1_204_500);
    }

    @Test
    void pagesThroughAListWithoutRepeatOrGap() {
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get("/api/sessions?limit=3&cursor=" + cursor);
            paged.addAll(ids(page.at("/items")));
            cursor = page.at("/next").asString("");
        } while (!cursor.isEmpty());
        assertThat(paged).isEqualTo(ids(get("/api/sessions").at("/items"))).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/sessions?cursor=nonsense",
                "/api/sessions?cursor=CjI1",
                "/api/charge-points?cursor=%25",
                "/api/sessions?limit=0",
                "/api/sessions?limit=201",
                "/api/sessions?limit=many",
                "/api/sessions?state=SLEEPING",
                "/api/sessions?from=yesterday",
                "/api/bills?state=LOST",
                "/api/sessions?colour=red",
                "/api/sessions/no-transaction"
            })
    void answersWhatCannotBeUnderstoodWithAProblem(String path) {
        HttpResponse<String> answer = Http.get(platform, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"invalid-request\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/sessions/CP-1:1",
                "/api/bills/CP-1:1",
                "/api/payments/CP-1:1%231",
                "/api/charge-points/CP-1",
                "/api/wallets/nobody",
                "/api/tokens/FFFF",
                "/api/tariffs/none",
                "/api/station-commands/none"
            })
    void answersWhatIsNotThereWithAProblem(String path) {
        HttpResponse<String> answer = Http.get(platform, path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"code\":\"not-found\"", "urn:voltledger:problem:not-found");
    }

    @Test
    void describesItself() {
        JsonNode description = get("/v3/api-docs");
        assertThat(description.at("/info/title").asString()).isEqualTo("VoltLedger");
        assertThat(description.at("/paths").propertyNames())
                .contains("/api/sessions", "/api/sessions/live", "/api/audit/sessions/{id}/events");
        description
                .at("/paths/~1api~1sessions/get/parameters")
                .forEach(parameter -> assertThat(parameter.at("/description").asString(""))
                        .as(parameter.toString())
                        .isNotEmpty());
        assertThat(Http.get(platform, "/swagger-ui.html").statusCode()).isEqualTo(200);
    }

    private static JsonNode get(String path) {
        return Http.json(platform, path);
    }

    private static List<String> ids(JsonNode items) {
        return words(items, "/id");
    }

    private static List<String> words(JsonNode items, String pointer) {
        List<String> words = new ArrayList<>();
        items.forEach(item -> words.add(item.at(pointer).asString()));
        return words;
    }
}
