package io.voltledger.query;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The machine's own browser, without a window, as an operator in Korea who reads English has it. */
final class Chromium implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));

    static boolean isThere() {
        return PROGRAM.toFile().canExecute();
    }

    Page newPage() {
        return browser.newPage(
                new Browser.NewPageOptions().setTimezoneId("Asia/Seoul").setLocale("en-GB"));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
