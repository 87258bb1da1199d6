package io.voltledger.query;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointRegistered;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.reconciliation.CaseEntry;
import io.voltledger.api.reconciliation.DifferenceKind;
import io.voltledger.api.reconciliation.ReconciliationCase;
import io.voltledger.api.reconciliation.ReconciliationQuery.FindCase;
import io.voltledger.api.reconciliation.ReconciliationQuery.ListCases;
import io.voltledger.api.reconciliation.ReconciliationQuery.ListRuns;
import io.voltledger.api.reconciliation.ReconciliationQuery.ReconciliationCasePage;
import io.voltledger.api.reconciliation.ReconciliationQuery.ReconciliationRunPage;
import io.voltledger.api.reconciliation.ReconciliationRun;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.queryhandling.QueryHandler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.context.annotation.Bean;

/** Dead letters and reconciliation in a real browser; cases are the billing saga's, and what commands answer is put in its place. */
@EnabledIf("io.voltledger.query.Chromium#isThere")
class OperationsPagesTest {

    private static final Instant AT = Instant.parse("2026-11-21T03:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final ReconciliationCase OPEN = new ReconciliationCase(
            "rc-1",
            DAY,
            DifferenceKind.RETURNED_NOT_BOOKED,
            "CP-1:42#1",
            new BillId("CP-1:42"),
            Money.of(12_100, "KRW"),
            null,
            AT,
            DAY.plusDays(1),
            DAY.plusDays(3),
            ReconciliationCase.State.OPEN,
            "lee",
            null,
            null,
            null,
            List.of(new CaseEntry(CaseEntry.What.NOTED, AT, "lee", "asked the bank " + "x".repeat(300), null, null)));

    private static Platform platform;
    private static Chromium chromium;

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private Page page;

    /** The event store, and in place of the billing saga who answers for it. */
    static class WithCases extends Platform.EventsInMemory {

        @Bean
        Cases cases() {
            return new Cases();
        }
    }

    static class Cases {

        private volatile boolean empty;

        @QueryHandler
        ReconciliationCasePage handle(ListCases query) {
            return new ReconciliationCasePage(empty ? List.of() : List.of(OPEN), null);
        }

        @QueryHandler
        Optional<ReconciliationCase> handle(FindCase query) {
            return Optional.of(OPEN).filter(found -> found.id().equals(query.id()));
        }

        @QueryHandler
        ReconciliationRunPage handle(ListRuns query) {
            return new ReconciliationRunPage(
                    empty ? List.of() : List.of(new ReconciliationRun(1, DAY, 7, 1, AT)), null);
        }
    }

    @BeforeAll
    static void start() {
        platform = Platform.start("operations", Map.of(), WithCases.class);
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        platform.close();
    }

    @BeforeEach
    void open() {
        page = chromium.newPage();
        page.onPageError(complaints::add);
    }

    @AfterEach
    void close() {
        page.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void closesALetterWithAReasonAndSaysWhyAnotherTryFailed() {
        page.navigate(platform.url() + "/dead-letters");
        assertThat(page.locator("main")).containsText("Nothing waits for a person.");

        StationId station = new StationId("CP-TOO-LONG");
        platform.recordAlone(
                station.value(),
                new ChargePointRegistered(station, "n".repeat(300), ZoneId.of("UTC"), null, Instant.now()));
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            page.reload();
            assertThat(page.locator("[data-letter]").count()).isEqualTo(1);
        });
        assertThat(page.locator("[data-cause]")).containsText("ChargePointRegistered");
        assertThat(page.locator("[data-letter]")).containsText("Waits for it: 0 later events of CP-TOO-LONG");

        page.locator("[data-open=redrive]").click();
        page.locator("#redrive [type=submit]").click();
        assertThat(page.locator("#redrive [data-problem]")).containsText("redrive-failed");
        page.keyboard().press("Escape");

        page.locator("[data-open=discard]").click();
        page.locator("#discard-reason").fill("a test station");
        page.locator("#discard-reason").press("Enter");
        assertThat(page.locator("#notice")).containsText("It is discarded");
        assertThat(page.locator("main")).containsText("Nothing waits for a person.");
    }

    @Test
    void closesACaseWithAReason() {
        answer("**/resolution", 422, "{\"code\":\"case-resolved\",\"detail\":\"The case was resolved before\"}");
        page.navigate(platform.url() + "/reconciliation");
        assertThat(page.locator("[data-case=rc-1]")).containsText("returned not booked");
        page.locator("[data-case=rc-1] a").click();
        assertThat(page.locator("main")).containsText("gave money back that is not in the books");
        assertThat(page.locator("main")).containsText("₩12,100");
        page.locator("[data-open=resolve]").click();
        page.locator("#resolve-reason").fill("cancelled by hand, receipt 17");
        page.locator("#resolve-by").fill("kim");
        Request sent = page.waitForRequest(
                "**/resolution", () -> page.locator("#resolve [type=submit]").click());
        assertThat(sent.url()).endsWith("/api/reconciliation/cases/rc-1/resolution");
        assertThat(sent.postData()).isEqualTo("{\"reason\":\"cancelled by hand, receipt 17\",\"by\":\"kim\"}");
        assertThat(page.locator("#resolve [data-problem]")).hasText("The case was resolved before case-resolved");
    }

    @Test
    void writesANoteAndTakesTheCaseByTheKeyboardAlone() {
        answer("**/notes/*", 204, "");
        answer("**/assignee", 204, "");
        page.navigate(platform.url() + "/reconciliation/rc-1");
        assertThat(page.locator("[data-entry=NOTED]")).containsText("asked the bank");
        assertThat(page.locator("main")).containsText("Worked bylee");

        page.locator("[data-open=note]").press("Enter");
        page.keyboard().type("it comes on Monday");
        page.keyboard().press("Tab");
        page.keyboard().type("kim");
        Request note = page.waitForRequest("**/notes/*", () -> page.keyboard().press("Enter"));
        assertThat(note.method()).isEqualTo("PUT");
        assertThat(note.url()).contains("/api/reconciliation/cases/rc-1/notes/note-");
        assertThat(note.postData()).isEqualTo("{\"text\":\"it comes on Monday\",\"by\":\"kim\"}");
        assertThat(page.locator("#notice")).containsText("The note is written.");

        page.navigate(platform.url() + "/reconciliation/rc-1");
        page.locator("[data-open=take]").press("Enter");
        page.keyboard().type("kim");
        Request taken = page.waitForRequest("**/assignee", () -> page.keyboard().press("Enter"));
        assertThat(taken.postData()).isEqualTo("{\"by\":\"kim\"}");
    }

    @Test
    void comparesADayOnDemandAndSaysThatNothingWasFound() {
        platform.bean(Cases.class).empty = true;
        answer("**/api/reconciliation/runs", 201, "{}");
        page.navigate(platform.url() + "/reconciliation");
        assertThat(page.locator("main")).containsText("No difference was found yet.");
        assertThat(page.locator("main")).containsText("No day was compared yet");
        page.locator("[data-open=compare]").click();
        page.locator("#compare-day").fill("2026-11-20");
        Request sent = page.waitForRequest(
                "**/runs", () -> page.locator("#compare [type=submit]").click());
        assertThat(sent.postData()).isEqualTo("{\"day\":\"2026-11-20\"}");
        platform.bean(Cases.class).empty = false;
        assertThat(page.locator("[data-case=rc-1]")).isVisible();
    }

    @Test
    void fitsAPhone() {
        page.setViewportSize(380, 800);
        for (String path :
                List.of("/dead-letters", "/reconciliation", "/reconciliation/rc-1", "/reconciliation/none")) {
            page.navigate(platform.url() + path);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(380);
        }
    }

    private void answer(String url, int status, String body) {
        page.route(
                url,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(status)
                        .setContentType(status < 400 ? "application/json" : "application/problem+json")
                        .setBody(body)));
    }
}
