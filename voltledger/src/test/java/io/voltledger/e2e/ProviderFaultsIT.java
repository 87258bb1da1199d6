package io.voltledger.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.demo.Operator;
import io.voltledger.demo.RestClient;
import io.voltledger.simulators.payment.Capture;
import io.voltledger.simulators.payment.ScriptedOutcome;
import io.voltledger.simulators.station.Charge;
import io.voltledger.simulators.station.SimulatedStation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;

/** Whatever the payment provider does, in whatever order: in the end its own list, the books, the bills and the wallets agree. */
class ProviderFaultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static @Nullable World running;

    private static World world() {
        return Objects.requireNonNull(running);
    }

    /** What becomes of a member. */
    enum Errand {
        CHARGE,
        CHARGE_WITH_POINTS,
        CHARGE_AND_REFUND,
        TOP_UP,
        TOP_UP_OF_A_CLOSED_WALLET
    }

    /**
     * @param script what the provider's first calls for this member come to
     * @param webhooks how often the provider says that there is news
     */
    record Trial(Errand errand, List<ScriptedOutcome> script, int webhooks) {}

    @BeforeContainer
    static void start() throws IOException {
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "faults");
        running = World.start(
                folder,
                "--voltledger.saga.reconciliation.settled-after=0s",
                "--voltledger.command.refunds-without-approval.KRW=2500");
        world().operator().publishFlatTariff("standard", "Standard", new BigDecimal(1_000));
    }

    @AfterContainer
    static void end() {
        if (running != null) {
            running.close();
        }
    }

    @Property(tries = 2, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void booksAgreeWithTheProviderInTheEnd(@ForAll("trials") @Size(10) List<Trial> trials) {
        List<Course> courses = trials.stream().map(ProviderFaultsIT::begin).toList();
        courses.forEach(ProviderFaultsIT::tellNews);
        courses.forEach(course ->
                awaitThat(() -> assertThat(stateOf(course)).isIn("PAID", "COMPLETED", "RETURNED", "DECLINED")));
        courses.stream()
                .filter(course -> course.trial().errand() == Errand.CHARGE_AND_REFUND)
                .forEach(ProviderFaultsIT::refund);
        courses.forEach(ProviderFaultsIT::tellNews);

        awaitThat(ProviderFaultsIT::agree);
        assertThat(courses).allSatisfy(ProviderFaultsIT::movedOnce);
    }

    /** The card is declined until the bill is overdue; what is left of it is charged when somebody asks. */
    @Example
    void chargesWhatACreditNoteLeft() {
        ScriptedOutcome declined = ScriptedOutcome.decline("REJECT_CARD_PAYMENT");
        Course course = begin(new Trial(Errand.CHARGE, List.of(declined, declined, declined), 0));
        awaitThat(() -> assertThat(billState(course)).isEqualTo("OVERDUE"));

        credit(course, 700);
        world().operator().requestPayment(course.reference());

        awaitThat(() -> assertThat(billState(course)).isEqualTo("PAID"));
        assertThat(kept(course)).isEqualTo(1_300);
        awaitThat(ProviderFaultsIT::agree);
    }

    /** The charge timed out and was approved; before the platform knows, one bill is taken back in part and one whole. */
    @Example
    void givesBackOnceWhatACreditNoteMadeTooMuchOfAChargeUnderWay() {
        Course inPart = begin(new Trial(Errand.CHARGE, List.of(ScriptedOutcome.TIMEOUT_AFTER_CAPTURE), 0));
        Course whole = begin(new Trial(Errand.CHARGE, List.of(ScriptedOutcome.TIMEOUT_AFTER_CAPTURE), 0));
        List.of(inPart, whole)
                .forEach(course -> awaitThat(() -> assertThat(kept(course)).isEqualTo(2_000)));

        credit(inPart, 700);
        credit(whole, 2_000);

        awaitThat(() -> {
            assertThat(kept(inPart)).isEqualTo(1_300);
            assertThat(kept(whole)).isZero();
        });
        List.of(inPart, whole).forEach(course -> {
            awaitThat(() -> assertThat(billState(course)).isEqualTo("PAID"));
            assertThat(capturesOf(course))
                    .singleElement()
                    .satisfies(capture -> assertThat(capture.cancels()).hasSize(1));
        });
        awaitThat(ProviderFaultsIT::agree);
    }

    /** What was paid stays until an operator gives it back, and then goes back once. */
    @Example
    void givesBackWhatIsCreditedAfterThePaymentWhenAnOperatorSaysSo() {
        Course course = begin(new Trial(Errand.CHARGE, List.of(), 0));
        awaitThat(() -> assertThat(billState(course)).isEqualTo("PAID"));

        credit(course, 700);
        assertThat(kept(course)).isEqualTo(2_000);
        refund(course, Map.of("amount", won(700)));

        assertThat(kept(course)).isEqualTo(1_300);
        awaitThat(ProviderFaultsIT::agree);
    }

    /** Somebody cancelled in the provider's console what the platform is to give back, which is much: two persons settle it. */
    @Example
    void booksByTwoPersonsWordWhatWentBackInTheProvidersConsole() {
        String member = "M-" + NUMBER.incrementAndGet();
        world().operator().registerCard(member);
        Course course = new Course(new Trial(Errand.CHARGE, List.of(), 0), member, charge(member, 3_000));
        awaitThat(() -> assertThat(billState(course)).isEqualTo("PAID"));
        String order = capturesOf(course).getFirst().orderId();
        world().provider.cancelFromOutside(order, 3_000, "asked on the telephone");
        String refund = "/api/refunds/" + course.reference() + "~r";
        post("/api/bills/" + course.reference() + "/refunds", Map.of("key", "r", "reason", "wet cable", "by", "kim"));
        post(refund + "/approval", Map.of("by", "lee"));
        awaitThat(() -> assertThat(stateAt(refund)).isEqualTo("FAILED"));

        post(
                refund + "/parts/0/settlement",
                Map.of("way", "PROVIDER", "reference", "console-7", "reason", "done by telephone", "by", "kim"));
        RestClient.Answer same = world().platform.rest().post(refund + "/settlement/approval", Map.of("by", "kim"));
        assertThat(same.body().path("code").asText()).isEqualTo("same-person");
        assertThat(stateAt(refund)).isEqualTo("FAILED");
        post(refund + "/settlement/approval", Map.of("by", "lee"));

        awaitThat(() -> assertThat(stateAt(refund)).isEqualTo("COMPLETED"));
        awaitThat(ProviderFaultsIT::agree);
        assertThat(capturesOf(course))
                .singleElement()
                .satisfies(capture -> assertThat(capture.cancels()).hasSize(1));
    }

    private static String stateAt(String path) {
        return world().platform.rest().get(path).body().path("state").asText();
    }

    private static void credit(Course course, long won) {
        world().platform
                .rest()
                .put(
                        "/api/bills/" + course.reference() + "/credit-notes/wet-cable",
                        Map.of("amount", won(won), "reason", "the cable was wet"))
                .orFail();
    }

    private static Map<String, ?> won(long amount) {
        return Map.of("amount", amount, "currency", "KRW");
    }

    private static String billState(Course course) {
        return world().operator().bill(course.reference()).path("state").asText();
    }

    private static long kept(Course course) {
        return capturesOf(course).stream().mapToLong(Capture::balance).sum();
    }

    /** @param reference the bill or the top-up, which a card that is declined ends */
    private record Course(Trial trial, String member, String reference) {

        boolean isTopUp() {
            return trial.errand() == Errand.TOP_UP || trial.errand() == Errand.TOP_UP_OF_A_CLOSED_WALLET;
        }
    }

    private static Course begin(Trial trial) {
        String member = "M-" + NUMBER.incrementAndGet();
        Operator operator = world().operator();
        operator.registerCard(member);
        world().provider.script(member, trial.script().toArray(ScriptedOutcome[]::new));
        return switch (trial.errand()) {
            case CHARGE, CHARGE_AND_REFUND -> new Course(trial, member, charge(member, 2_000));
            case CHARGE_WITH_POINTS -> {
                operator.givePoints(member, "welcome", 700);
                yield new Course(trial, member, charge(member, 2_000));
            }
            case TOP_UP -> new Course(trial, member, topUp(member));
            case TOP_UP_OF_A_CLOSED_WALLET -> {
                post("/api/wallets/" + member + "/closing", Map.of("reason", "moved abroad", "by", "kim"));
                yield new Course(trial, member, topUp(member));
            }
        };
    }

    private static String charge(String member, long wattHours) {
        String station = "CP-" + member;
        world().operator().registerStation(station, "Seoul", "standard");
        world().operator().issueToken("T-" + member, member);
        try (SimulatedStation simulated = world().station(station)) {
            simulated.awaitConnected().boot();
            Charge charge = simulated.start(1, "T-" + member, 0);
            for (long reading = 1_000; reading < wattHours; reading += 1_000) {
                charge.meter(reading);
            }
            charge.stop(wattHours);
            return station + ":" + charge.transactionId();
        }
    }

    private static String topUp(String member) {
        post("/api/wallets/" + member + "/top-ups", Map.of("key", "k", "amount", won(5_000)));
        return member + "~k";
    }

    /** News may come twice, late, and of what never was. */
    private static void tellNews(Course course) {
        for (int time = 0; time < course.trial().webhooks(); time++) {
            List<Capture> captures = capturesOf(course);
            String order =
                    captures.isEmpty() ? "nobodys-order" : captures.getLast().orderId();
            post(
                    "/api/payment-provider/webhooks",
                    Map.of(
                            "eventType",
                            "PAYMENT_STATUS_CHANGED",
                            "createdAt",
                            "2026-11-21T12:00:00.000000",
                            "data",
                            Map.of("orderId", order, "paymentKey", "pk", "status", "CANCELED")));
        }
    }

    /** A bill that the faults made overdue is paid when somebody asks. */
    private static String stateOf(Course course) {
        if (course.isTopUp()) {
            return world().platform
                    .rest()
                    .get("/api/top-ups/" + course.reference())
                    .body()
                    .path("state")
                    .asText();
        }
        String state = billState(course);
        if (state.equals("OVERDUE")) {
            world().operator().requestPayment(course.reference());
        }
        return state;
    }

    private static void refund(Course course) {
        refund(course, Map.of());
    }

    private static void refund(Course course, Map<String, ?> part) {
        world().provider.script(course.member());
        Map<String, Object> refundOf = new HashMap<>(part);
        refundOf.putAll(Map.of("key", "r", "reason", "the cable was wet", "by", "kim"));
        post("/api/bills/" + course.reference() + "/refunds", refundOf);
        String refund = "/api/refunds/" + course.reference() + "~r";
        awaitThat(() -> assertThat(
                        world().platform.rest().get(refund).body().path("state").asText())
                .isEqualTo("COMPLETED"));
    }

    private static void agree() {
        JsonNode run = post(
                "/api/reconciliation/runs", Map.of("day", LocalDate.now(SEOUL).toString()));
        assertThat(run.path("differences").asInt())
                .as(
                        "%s",
                        world().platform.rest().get("/api/reconciliation/cases").body())
                .isZero();
        JsonNode balance =
                world().platform.rest().get("/api/ledger/trial-balance").body();
        assertThat(balance.path("balanced").asBoolean()).isTrue();
        long taken =
                world().provider.captures().stream().mapToLong(Capture::balance).sum();
        for (JsonNode account : balance.path("accounts")) {
            String name = account.path("account").asText();
            if (name.startsWith("clearing:")) {
                assertThat(account.at("/balance/amount").asLong())
                        .as(name)
                        .isEqualTo(name.equals("clearing:provider") ? taken : 0);
            }
        }
    }

    private static void movedOnce(Course course) {
        long kept = kept(course);
        long available = world().operator()
                .wallet(course.member())
                .at("/available/amount")
                .asLong();
        switch (course.trial().errand()) {
            case CHARGE -> assertThat(kept).isEqualTo(2_000);
            case CHARGE_WITH_POINTS -> {
                assertThat(kept).isEqualTo(1_300);
                assertThat(available).isZero();
            }
            case CHARGE_AND_REFUND, TOP_UP_OF_A_CLOSED_WALLET ->
                assertThat(kept).isZero();
            case TOP_UP -> {
                assertThat(kept).isEqualTo(stateOf(course).equals("COMPLETED") ? 5_000 : 0);
                assertThat(available).isEqualTo(kept);
            }
        }
    }

    private static List<Capture> capturesOf(Course course) {
        return world().provider.captures().stream()
                .filter(capture -> capture.customerKey().equals(course.member()))
                .toList();
    }

    private static JsonNode post(String path, Map<String, ?> body) {
        return world().platform.rest().post(path, body).orFail().body();
    }

    private static void awaitThat(ThrowingRunnable assertion) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(assertion);
    }

    @Provide
    Arbitrary<List<Trial>> trials() {
        Arbitrary<List<ScriptedOutcome>> scripts = Arbitraries.of(
                        ScriptedOutcome.decline("REJECT_CARD_PAYMENT"),
                        ScriptedOutcome.decline("EXCEED_MAX_AMOUNT"),
                        ScriptedOutcome.CONFLICT,
                        ScriptedOutcome.ERROR,
                        ScriptedOutcome.ERROR_AFTER_CAPTURE,
                        ScriptedOutcome.TIMEOUT,
                        ScriptedOutcome.TIMEOUT_AFTER_CAPTURE,
                        ScriptedOutcome.APPROVE)
                .list()
                .ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.of(Errand.class),
                        scripts,
                        Arbitraries.integers().between(0, 3))
                .as(Trial::new)
                .list()
                .ofSize(10);
    }
}
