package io.voltledger.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.voltledger.demo.Operator;
import io.voltledger.simulators.station.Charge;
import io.voltledger.simulators.station.SimulatedStation;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The console over the running platform: what a station says moves on an operator's screen. */
@EnabledIf("isBrowserThere")
class ConsoleIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final LocatorAssertions.HasTextOptions SOON =
            new LocatorAssertions.HasTextOptions().setTimeout(30_000);

    private static World world;
    private static Playwright playwright;
    private static Browser browser;

    static boolean isBrowserThere() {
        return CHROMIUM.toFile().canExecute();
    }

    @BeforeAll
    static void start(@TempDir Path folder) {
        world = World.start(folder);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));
    }

    @AfterAll
    static void end() {
        playwright.close();
        world.close();
    }

    @Test
    void operatorWatchesAChargeAndItsBill() {
        Operator operator = world.operator();
        operator.publishFlatTariff("standard", "Standard", new BigDecimal(1_000));
        operator.registerStation("CP-SEEN", "Seen from afar", "standard");
        operator.issueToken("SEENTAG", "M-SEEN");
        operator.registerCard("M-SEEN");
        try (Page page = browser.newPage();
                SimulatedStation station = world.station("CP-SEEN")) {
            page.navigate(world.platform.console().toString());
            assertThat(page.locator("#link-state")).hasText("live", SOON);
            station.awaitConnected().boot();
            station.status(1, "Available");

            Charge charge = station.start(1, "SEENTAG", 0);
            charge.meter(500, 7_200);
            Locator session = page.locator("[data-session='CP-SEEN:" + charge.transactionId() + "']");
            assertThat(session.locator("[data-energy]")).containsText("0.5", contains());
            page.reload();
            assertThat(page.locator("#link-state")).hasText("live", SOON);
            charge.meter(1_200, 7_200);
            assertThat(session.locator("[data-energy]")).containsText("1.2", contains());
            assertThat(session.locator("[data-cost]")).containsText("1,200", contains());

            charge.stop(2_000);
            Locator recent = page.locator("#part-recent tr", new Page.LocatorOptions().setHasText("CP-SEEN:"));
            assertThat(recent).containsText("2,000", contains());
            assertThat(recent).containsText("paid", contains().setIgnoreCase(true));
            assertThat(page.locator("#part-payments"))
                    .containsText("approved", contains().setIgnoreCase(true));
        }
    }

    @Test
    void operatorStartsAChargeFromTheScreen() {
        Operator operator = world.operator();
        operator.publishFlatTariff("standard", "Standard", new BigDecimal(1_000));
        operator.registerStation("CP-CLICKED", "Clicked", "standard");
        operator.issueToken("CLICKTAG", "M-CLICK");
        try (Page page = browser.newPage();
                SimulatedStation station = world.station("CP-CLICKED")) {
            station.awaitConnected().boot();
            page.navigate(world.platform.console().toString());
            page.locator("#start-CP-CLICKED:not([disabled])").click();
            page.locator("dialog[open] input:not([type=number])").fill("CLICKTAG");
            page.locator("dialog[open] button[type=submit]").click();
            assertThat(station.awaitRemoteStart(Duration.ofSeconds(30)).idTag()).isEqualTo("CLICKTAG");
        }
    }

    private static LocatorAssertions.ContainsTextOptions contains() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }
}
