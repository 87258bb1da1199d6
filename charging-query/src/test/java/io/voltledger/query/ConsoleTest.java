package io.voltledger.query;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.voltledger.query.history.Day;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("io.voltledger.query.Chromium#isThere")
class ConsoleTest {

    private static Platform platform;
    private static Chromium chromium;
    private static Day day;

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private Page page;

    @BeforeAll
    static void start() {
        platform = Platform.start("console");
        day = new Day(Instant.now());
        platform.record(day.history().facts());
        platform.awaitProjections();
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
        page.onRequest(request -> requests.add(request.url()));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    @AfterEach
    void staysOnItsOrigin() {
        assertThat(requests).isNotEmpty().allMatch(url -> url.startsWith(platform.url()) || url.startsWith("data:"));
        page.close();
    }

    @Test
    void movesEnergyAndFeeAsTheMeterReports() {
        page.navigate(platform.url() + "/");
        Locator session = page.locator("[data-session='CP-PLAZA-1:901']");
        assertThat(page.locator("#link-state")).hasText("live");
        String energy = session.locator("[data-energy]").textContent();
        String fee = session.locator("[data-cost]").textContent();

        int before = day.history().facts().size();
        day.nextReading();
        platform.record(day.history().since(before));

        assertThat(session.locator("[data-energy]")).not().hasText(energy);
        assertThat(session.locator("[data-cost]")).not().hasText(fee);
        assertThat(complaints).isEmpty();
    }

    @Test
    void showsWhoWantsInAndWhoWasRefused() {
        page.navigate(platform.url() + "/");
        assertThat(page.locator("#part-door")).containsText("CP-NEW-1");
        assertThat(page.locator("#part-door")).not().containsText("CP-NEW-2");
        assertThat(page.locator("#part-refused")).containsText("wrong password");
        page.locator("[data-decide='accept']").click();
        assertThat(page.locator("#accept-title")).hasText("Register CP-NEW-1");
        assertThat(page.locator("#accept-zone")).hasValue("Asia/Seoul");
        assertThat(complaints).isEmpty();
    }

    @Test
    void tellsWhatAStationMustShow() {
        page.navigate(platform.url() + "/stations/CP-PLAZA-1");
        assertThat(page.locator("main")).containsText("a password; password set");
        assertThat(page.locator("main")).containsText("No gateway answers for now");
        assertThat(page.locator("main")).containsText("wrong password");
    }

    @Test
    void showsWhatNeedsAttention() {
        page.navigate(platform.url() + "/");
        assertThat(page.locator("#part-attention")).containsText("overdue");
        assertThat(page.locator("#part-attention")).containsText("the register went back");
        assertThat(page.locator("#part-attention")).containsText("charged too slowly, asked for by park");
        assertThat(page.locator("#part-payments")).containsText("unknown");
        assertThat(page.locator("#part-payments")).containsText("declined");
        assertThat(page.locator("#part-stations")).containsText("offline");
        assertThat(page.locator("#part-stations")).containsText("GroundFailure");
        assertThat(page.locator("#part-notifications")).containsText("mailbox is full");
        assertThat(complaints).isEmpty();
    }

    @Test
    void tellsOneSessionFromReadingsToHistory() {
        page.navigate(platform.url() + "/sessions/CP-PLAZA-1:101");
        assertThat(page.locator("svg.curve"))
                .hasAttribute("aria-label", "Energy rises to 12.3 kWh; power reaches 20.7 kW; 8 readings");
        assertThat(page.locator("body")).containsText("₩3,951");
        assertThat(page.locator("body")).containsText("10 %");
        assertThat(page.locator(".history li")).hasCount(21);
        assertThat(page.locator("dl time").first())
                .hasAttribute("title", java.util.regex.Pattern.compile(".*Z \\(UTC\\)"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void showsWhyAStationWasNotStarted() {
        page.route(
                "**/commands/RemoteStartTransaction",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(409)
                        .setContentType("application/problem+json")
                        .setBody("{\"code\":\"station-offline\",\"detail\":\"The station has no live connection.\"}")));
        page.navigate(platform.url() + "/");
        page.locator("[data-station='CP-PLAZA-1'][data-start]").click();
        page.locator("#start-token").fill("04A1B2C3");
        page.locator("#start [type=submit]").click();
        assertThat(page.locator("#start [data-problem]")).hasText("The station has no live connection.");
    }

    @Test
    void fitsAPhone() {
        page.setViewportSize(360, 800);
        page.navigate(platform.url() + "/");
        assertThat(page.locator("#link-state")).hasText("live");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
    }

    @Test
    void saysHowToBeginWhereThereIsNothing() {
        try (Platform empty = Platform.start("empty")) {
            page.navigate(empty.url() + "/");
            assertThat(page.locator("#part-stations")).containsText("No station yet");
            assertThat(page.locator("#live-empty")).isVisible();
            requests.clear();
            page.navigate(platform.url() + "/");
        }
    }
}
