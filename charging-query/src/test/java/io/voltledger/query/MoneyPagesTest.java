package io.voltledger.query;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import io.voltledger.api.Money;
import io.voltledger.api.billing.BillEvent.BillNumbered;
import io.voltledger.api.billing.BillEvent.CreditNoteIssued;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillLine;
import io.voltledger.api.billing.BillSeries;
import io.voltledger.api.billing.BillTotals;
import io.voltledger.api.billing.CreditNoteId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.HandSettlement;
import io.voltledger.api.payment.OrderId;
import io.voltledger.api.payment.PaymentEvent.PaymentApprovedLate;
import io.voltledger.api.payment.PaymentEvent.PaymentRequested;
import io.voltledger.api.payment.PaymentEvent.PaymentSettlementProposed;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.PriceComponent;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffDimension;
import io.voltledger.api.tariff.TariffElement;
import io.voltledger.api.tariff.TariffEvent.TariffDrafted;
import io.voltledger.api.tariff.TariffEvent.TariffRetired;
import io.voltledger.api.tariff.TariffEvent.TariffVersionPublished;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.tariff.TariffRestrictions;
import io.voltledger.query.history.Day;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Tariffs, bills, credit notes and wallets in a real browser; what commands answer is put in its place. */
@EnabledIf("io.voltledger.query.Chromium#isThere")
class MoneyPagesTest {

    private static final Instant AT = Instant.now().minus(Duration.ofHours(1));
    private static final TariffId NIGHT = new TariffId("night");
    private static final String BILL = "CP-PLAZA-1:101";

    private static final PaymentId LATE = PaymentId.of(new BillId(BILL), 9);

    private static Platform platform;
    private static Chromium chromium;

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private Page page;

    @BeforeAll
    static void start() {
        platform = Platform.start("money");
        platform.record(new Day(Instant.now()).history().facts());
        platform.record(NIGHT.toString(), 0, new TariffVersionPublished(NIGHT, 1, tariff("Night saver", "292"), AT));
        platform.record(NIGHT.toString(), 1, new TariffDrafted(NIGHT, tariff("Night saver 2027", "310.5"), AT));
        TariffId old = new TariffId("old");
        platform.record(old.toString(), 0, new TariffVersionPublished(old, 1, tariff("Old", "250"), AT));
        platform.record(old.toString(), 1, new TariffRetired(old, "replaced", AT));
        credit();
        takeLate();
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
        page.onPageError(complaints::add);
    }

    @AfterEach
    void close() {
        page.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void tellsWhichTariffsThereAre() {
        page.navigate(platform.url() + "/tariffs");
        assertThat(page.locator("[data-tariff=standard]")).containsText("published");
        assertThat(page.locator("[data-tariff=night]")).containsText("draft");
        assertThat(page.locator("[data-tariff=old]")).containsText("retired");
        page.locator("#begin-id").fill("brand new");
        page.locator("#begin-id").press("Enter");
        assertThat(page.locator("h1")).hasText("Tariff brand new");
        assertThat(page.locator("#published")).containsText("No version is published yet");
        assertThat(page.locator("#edit-content")).hasValue(Pattern.compile("priceComponents"));
    }

    @Test
    void saysATariffInWordsAndWhatKeepsItsDraftFromBeingPublished() {
        answer(
                "**/api/tariffs/night/draft",
                200,
                "{\"id\":\"night\",\"faults\":[{\"element\":\"elements[0]"
                        + ".priceComponents[0].price\",\"problem\":\"is negative\"}]}");
        answer(
                "**/api/tariffs/night/draft/publish",
                422,
                "{\"code\":\"tariff-invalid\",\"detail\":\"price: is negative\"}");
        page.navigate(platform.url() + "/tariffs/night");
        assertThat(page.locator("#published")).containsText("Fri, Sat, from 22:00 until 06:00 next day, up to 20 kWh");
        assertThat(page.locator("#published")).containsText("₩292 per kWh, 10 % VAT included, by steps of 500 Wh");
        assertThat(page.locator("#draft")).containsText("₩310.5 per kWh");
        assertThat(page.locator("#faults")).containsText("elements[0].priceComponents[0].price is negative");
        page.locator("[data-publish]").click();
        assertThat(page.locator("#notice")).hasText("The draft is not published. price: is negative");
    }

    @Test
    void quotesASession() {
        answer(
                "**/api/tariffs/quote?*",
                200,
                "{\"tariff\":\"night\",\"version\":1,\"lines\":[{\"kind\":\"ENERGY\","
                        + "\"quantity\":12.5,\"unit\":\"kWh\",\"unitPrice\":292,\"net\":{\"amount\":3318,\"currency\":\"KRW\"},"
                        + "\"vatRate\":10,\"vat\":{\"amount\":332,\"currency\":\"KRW\"},\"gross\":{\"amount\":3650,\"currency\":\"KRW\"}}],"
                        + "\"totals\":{\"net\":{\"amount\":3318,\"currency\":\"KRW\"},\"vat\":{\"amount\":332,\"currency\":\"KRW\"},"
                        + "\"gross\":{\"amount\":3650,\"currency\":\"KRW\"}}}");
        page.navigate(platform.url() + "/tariffs/night");
        page.locator("#quote-energy").fill("12.5");
        Request asked = page.waitForRequest(
                "**/api/tariffs/quote?*", () -> page.locator("#quote-energy").press("Enter"));
        assertThat(asked.url()).contains("energy=12500", "charging=PT60M");
        assertThat(page.locator("#quote tbody tr").last()).containsText("₩3,650");
    }

    @Test
    void correctsBillsAfterADryRun() {
        answer(
                "**/api/tariffs/night/rerate",
                200,
                "{\"sessions\":[{\"session\":\"CP-1:1\",\"bill\":\"CP-1:1\","
                        + "\"charged\":{\"amount\":3951,\"currency\":\"KRW\"},\"rerated\":{\"amount\":3000,\"currency\":\"KRW\"},"
                        + "\"difference\":{\"amount\":-951,\"currency\":\"KRW\"},\"outcome\":\"CREDIT\",\"issued\":false}],\"skipped\":0,"
                        + "\"charged\":{\"amount\":3951,\"currency\":\"KRW\"},\"rerated\":{\"amount\":3000,\"currency\":\"KRW\"},"
                        + "\"difference\":{\"amount\":-951,\"currency\":\"KRW\"},\"credits\":{\"amount\":951,\"currency\":\"KRW\"},"
                        + "\"supplements\":{\"amount\":0,\"currency\":\"KRW\"}}");
        page.navigate(platform.url() + "/tariffs/night");
        page.locator("#rerate-from").fill("2026-11-01T00:00");
        page.locator("#rerate-to").fill("2026-12-01T00:00");
        Request dry = page.waitForRequest(
                "**/rerate", () -> page.locator("#rerate-form [value=rerate]").click());
        assertThat(dry.postData()).contains("2026-10-31T15:00:00.000Z").doesNotContain("apply");
        assertThat(page.locator("#rerate [data-result]"))
                .containsText("1 of 1 bills differ: ₩951 too much, ₩0 too little.");
        assertThat(page.locator("#rerate tbody tr").first()).containsText("-₩951");
        page.locator("#rerate [data-open=apply]").click();
        page.locator("#apply-run").fill("fix-1");
        Request applied = page.waitForRequest(
                "**/rerate", () -> page.locator("#apply-run").press("Enter"));
        assertThat(applied.postData()).contains("\"apply\":true", "\"run\":\"fix-1\"");
        assertThat(page.locator("#notice")).containsText("Run fix-1 is on its way");
    }

    @Test
    void showsABillWithItsCreditNotesAndReceipts() {
        page.navigate(platform.url() + "/bills?state=PAID");
        page.locator("[data-bill='" + BILL + "'] a").click();
        assertThat(page.locator("h1")).hasText("Bill VL-2026-00000001");
        assertThat(page.locator("table")).containsText("₩3,951");
        assertThat(page.locator("table")).containsText("VLC-2026-00000001: cable was broken");
        assertThat(page.locator("#owed-back")).hasText("₩951");
        String korean = page.locator("a[hreflang=ko][type='application/pdf']").getAttribute("href");
        APIResponse receipt = page.request().get(platform.url() + korean);
        assertThat(receipt.headers())
                .containsEntry("content-language", "ko")
                .containsEntry("content-type", "application/pdf");
        page.navigate(platform.url() + "/credit-notes");
        assertThat(page.locator("tbody")).containsText("₩951");
    }

    @Test
    void issuesACreditNoteInTheCurrencysUnits() {
        answer("**/credit-notes/*", 422, "{\"code\":\"credit-exceeds-bill\",\"detail\":\"More than the bill\"}");
        page.navigate(platform.url() + "/bills/" + BILL);
        page.locator("[data-open=credit]").click();
        page.locator("#credit-reason").fill("too slow");
        page.locator("#credit-amount").fill("9.5");
        page.locator("#credit-amount").press("Enter");
        Locator problem = page.locator("#credit [data-problem]");
        assertThat(problem).hasText("KRW has no decimals.");
        page.locator("#credit-amount").fill("9,500");
        Request sent = page.waitForRequest(
                "**/credit-notes/*", () -> page.locator("#credit [type=submit]").click());
        assertThat(sent.method()).isEqualTo("PUT");
        assertThat(sent.postData())
                .contains("{\"amount\":9500,\"currency\":\"KRW\"}")
                .doesNotContain("\"key\"");
        assertThat(problem).hasText("More than the bill credit-exceeds-bill");
        page.keyboard().press("Escape");
        assertThat(page.locator("#credit")).not().isVisible();
    }

    @Test
    void settlesByHandWhatCameTooLateAndHasASecondPersonApproveIt() {
        answer("**/settlement", 202, "{}");
        answer(
                "**/approval",
                422,
                "{\"code\":\"same-person\",\"detail\":\"Who settled a payment does not approve it\"}");
        page.navigate(platform.url() + "/bills/" + BILL);
        Locator late = page.locator("[data-payment='" + LATE.value() + "']");
        assertThat(late).containsText("To be settled by hand from a bank account, reference wire-7: the card is gone");
        assertThat(late).containsText("by kim; waits for a second person");
        late.locator("[data-open=settle-payment]").click();
        page.locator("#settle-payment-way").selectOption("PROVIDER");
        page.locator("#settle-payment-reference").fill("cancel-7");
        page.locator("#settle-payment-reason").fill("by phone");
        page.locator("#settle-payment-by").fill("kim");
        Request sent = page.waitForRequest(
                "**/settlement",
                () -> page.locator("#settle-payment [type=submit]").click());
        assertThat(sent.url()).endsWith("/api/payments/CP-PLAZA-1%3A101%239/settlement");
        assertThat(sent.postData())
                .isEqualTo("{\"way\":\"PROVIDER\",\"reference\":\"cancel-7\",\"reason\":\"by phone\",\"by\":\"kim\"}");
        late.locator("[data-open=approve-payment]").click();
        page.locator("#approve-by-payment").fill("kim");
        page.locator("#approve-by-payment").press("Enter");
        assertThat(page.locator("#approve-payment [data-problem]"))
                .hasText("Who settled a payment does not approve it same-person");
    }

    @Test
    void topsAWalletUpUnderOneKeyUntilThereIsAnAnswer() {
        page.route("**/top-ups", Route::abort);
        page.navigate(platform.url() + "/wallets/member-minji");
        page.locator("[data-open=top-up]").click();
        assertThat(page.locator("#top-up")).containsText("Hanbit Card");
        page.locator("#top-up-amount").fill("20000");
        Request lost = page.waitForRequest(
                "**/top-ups", () -> page.locator("#top-up [type=submit]").click());
        assertThat(page.locator("#top-up [data-problem]")).hasText("The platform does not answer.");
        page.unroute("**/top-ups");
        answer("**/top-ups", 202, "{}");
        Request again = page.waitForRequest(
                "**/top-ups", () -> page.locator("#top-up [type=submit]").click());
        assertThat(again.postData()).isEqualTo(lost.postData()).contains("{\"amount\":20000,\"currency\":\"KRW\"}");
        assertThat(page.locator("#notice")).containsText("The card is charged");
    }

    @Test
    void saysWhatAWalletHolds() {
        page.navigate(platform.url() + "/wallets");
        page.locator("a", new Page.LocatorOptions().setHasText("member-hana")).click();
        assertThat(page.locator("[aria-label=Balances]")).containsText("closed");
        page.navigate(platform.url() + "/wallets/member-areum");
        assertThat(page.locator("[data-lot='member-areum~welcome']")).containsText("₩500");
        page.navigate(platform.url() + "/wallets/nobody");
        assertThat(page.locator("main")).containsText("Nothing is set aside.");
        assertThat(page.locator("[data-open=transfer]")).isDisabled();
        assertThat(page.locator("main")).containsText("The member has registered no card.");
    }

    @Test
    void fitsAPhone() {
        page.setViewportSize(380, 800);
        for (String path : List.of(
                "/tariffs",
                "/tariffs/night",
                "/bills",
                "/bills/" + BILL,
                "/credit-notes",
                "/wallets",
                "/wallets/member-minji")) {
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

    private static void credit() {
        BillId bill = new BillId(BILL);
        BillSeries bills = BillSeries.of("VL", 2026);
        platform.record(bill.toString(), 90, new BillNumbered(bill, null, bills, 1, AT));
        CreditNoteId note = new CreditNoteId("note-1");
        BillTotals totals = new BillTotals(won(865), won(86), won(951));
        BillLine line = new BillLine(
                BillLine.Kind.CREDIT, BigDecimal.ONE, "session", null, won(865), BigDecimal.TEN, won(86), won(951));
        platform.record(
                bill.toString(),
                91,
                new CreditNoteIssued(
                        bill,
                        note,
                        new SessionId(BILL),
                        new MemberId("member-minji"),
                        "cable was broken",
                        List.of(line),
                        totals,
                        won(0),
                        won(951),
                        AT));
        platform.record(bill.toString(), 92, new BillNumbered(bill, note, BillSeries.of("VLC", 2026), 1, AT));
    }

    /** A second attempt at the bill, which came too late, and what somebody says of it. */
    private static void takeLate() {
        BillId bill = new BillId(BILL);
        Money amount = won(3_951);
        platform.record(
                LATE.toString(),
                0,
                new PaymentRequested(
                        LATE,
                        bill,
                        new SessionId(BILL),
                        new MemberId("member-minji"),
                        null,
                        amount,
                        9,
                        new OrderId("order-late"),
                        AT));
        platform.record(LATE.toString(), 1, new PaymentApprovedLate(LATE, bill, amount, "pk-9", AT));
        HandSettlement wire = new HandSettlement(HandSettlement.Way.BANK, "wire-7", "the card is gone", "kim");
        platform.record(LATE.toString(), 2, new PaymentSettlementProposed(LATE, bill, amount, wire, AT));
    }

    private static Tariff tariff(String name, String price) {
        PriceComponent energy =
                new PriceComponent(TariffDimension.ENERGY, new BigDecimal(price), new BigDecimal("10"), 500);
        TariffRestrictions nights = new TariffRestrictions(
                LocalTime.of(22, 0),
                LocalTime.of(6, 0),
                null,
                null,
                null,
                new BigDecimal("20"),
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.FRIDAY),
                null);
        return new Tariff(
                name,
                Currency.getInstance("KRW"),
                ZoneId.of("Asia/Seoul"),
                true,
                List.of(element(energy, nights), element(energy, null)),
                null,
                null);
    }

    private static TariffElement element(PriceComponent price, @Nullable TariffRestrictions restrictions) {
        return new TariffElement(List.of(price), restrictions);
    }

    private static Money won(long amount) {
        return Money.of(amount, "KRW");
    }
}
