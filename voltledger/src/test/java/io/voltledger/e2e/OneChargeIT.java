package io.voltledger.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.demo.Operator;
import io.voltledger.simulators.mail.Mail;
import io.voltledger.simulators.payment.ScriptedOutcome;
import io.voltledger.simulators.station.Charge;
import io.voltledger.simulators.station.SimulatedStation;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One charge, from plug to paid receipt, as the driver, the operator and the auditor see it. */
class OneChargeIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    private static World world;

    @BeforeAll
    static void start(@TempDir Path folder) {
        world = World.start(folder);
        world.operator().publishFlatTariff("standard", "Standard", new BigDecimal(1_000));
    }

    @AfterAll
    static void end() {
        if (world != null) {
            world.close();
        }
    }

    @Test
    void driverPlugsInChargesAndGetsAReceipt() {
        Operator operator = world.operator();
        // An operator registers a station, a driver, the driver's token, address and card.
        operator.registerStation("CP-PAID", "Seoul, level B2", "standard");
        operator.issueToken("PAIDTAG", "M-PAID");
        operator.contact("M-PAID", "paid@example.com", "en");
        operator.registerCard("M-PAID");
        operator.givePoints("M-PAID", "welcome", 500);

        // The station boots and says that it is free; the driver shows the card and plugs in.
        String session;
        try (SimulatedStation station = world.station("CP-PAID")) {
            station.awaitConnected();
            assertThat(station.boot().path("status").asText()).isEqualTo("Accepted");
            station.status(1, "Available");
            assertThat(station.authorize("PAIDTAG")).isEqualTo("Accepted");
            Charge charge = station.start(1, "PAIDTAG", 1_000);
            assertThat(charge.idTagStatus()).isEqualTo("Accepted");
            session = "CP-PAID:" + charge.transactionId();
            station.status(1, "Charging");

            // Three readings; the operator sees energy and fee move.
            charge.meter(1_700, 7_200);
            charge.meter(2_400, 7_200);
            charge.meter(3_100, 7_200);
            awaitThat(() -> {
                assertThat(operator.session(session).path("state").asText()).isEqualTo("ACTIVE");
                assertThat(operator.session(session).path("energy").asInt()).isEqualTo(2_100);
                assertThat(operator.session(session).at("/cost/amount").asInt()).isEqualTo(2_100);
            });

            // 3 kWh at 1,000 won.
            charge.stop(4_000);
            station.status(1, "Available");
        }

        // The bill: 3,000 won with VAT, 500 of them from points, the rest from the card.
        awaitThat(
                () -> assertThat(operator.bill(session).path("state").asText()).isEqualTo("PAID"));
        JsonNode bill = operator.bill(session);
        assertThat(bill.path("lines")).hasSize(1);
        assertThat(bill.at("/lines/0/kind").asText()).isEqualTo("ENERGY");
        assertThat(bill.at("/lines/0/quantity").decimalValue()).isEqualByComparingTo("3");
        assertThat(bill.at("/totals/net/amount").asInt()).isEqualTo(2_727);
        assertThat(bill.at("/totals/vat/amount").asInt()).isEqualTo(273);
        assertThat(bill.at("/totals/gross/amount").asInt()).isEqualTo(3_000);
        assertThat(bill.at("/outstanding/amount").asInt()).isZero();

        awaitThat(() -> {
            assertThat(operator.payments(session)).hasSize(1);
            assertThat(operator.payments(session).at("/0/state").asText()).isEqualTo("APPROVED");
        });
        assertThat(operator.payments(session).at("/0/amount/amount").asInt()).isEqualTo(2_500);
        awaitThat(() -> assertThat(
                        operator.wallet("M-PAID").at("/available/amount").asInt())
                .isZero());
        assertThat(world.capturesOf(session)).isEqualTo(1);

        // Kafka, read with its plain consumer.
        awaitThat(() -> {
            assertThat(world.kafka().envelopes("charging.session", session, "charging.session.stopped"))
                    .hasSize(1)
                    .first()
                    .satisfies(envelope -> {
                        assertThat(envelope.at("/data/totalEnergy").asInt()).isEqualTo(3_000);
                        assertThat(envelope.path("userId").asText()).isEqualTo("M-PAID");
                        assertThat(envelope.path("eventId").asText()).isNotEmpty();
                        assertThat(envelope.path("correlationId").asText()).isNotEmpty();
                    });
            assertThat(world.kafka().all("billing.payment"))
                    .extracting(record -> record.envelope().path("eventType").asText())
                    .contains("billing.payment.approved", "billing.bill.paid");
        });

        // The receipt is in the mail, and the notification in the operator's list.
        awaitThat(() -> assertThat(mailsTo("paid@example.com")).hasSizeGreaterThanOrEqualTo(2));
        assertThat(mailsTo("paid@example.com"))
                .anySatisfy(mail -> assertThat(mail.text()).contains("3,000"));
        awaitThat(() -> assertThat(states(operator.notifications("M-PAID")))
                .hasSizeGreaterThanOrEqualTo(2)
                .containsOnly("SENT"));

        // The auditor reads the whole history in order, from the store's own positions.
        awaitThat(() -> assertThat(types(operator.history(session)))
                .containsSubsequence(
                        "SessionStarted",
                        "EnergyMetered",
                        "EnergyMetered",
                        "EnergyMetered",
                        "SessionStopped",
                        "BillOpened",
                        "FundsHeld",
                        "PaymentRequested",
                        "PaymentApproved",
                        "BillPaid"));
        JsonNode history = operator.history(session);
        assertThat(StreamSupport.stream(history.spliterator(), false)
                        .map(event -> event.path("position").asLong())
                        .toList())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(history.at("/0/actor").asText()).isEqualTo("station:CP-PAID");
        assertThat(history.at("/0/frameId").asText()).isNotEmpty();
    }

    @Test
    void declinedCardIsTriedAgainAndWorks() {
        Operator operator = world.operator();
        operator.registerStation("CP-DECLINED", "Busan", "standard");
        operator.issueToken("DECLINEDTAG", "M-DECLINED");
        operator.contact("M-DECLINED", "declined@example.com", "ko");
        operator.registerCard("M-DECLINED");
        operator.givePoints("M-DECLINED", "welcome", 100);
        world.provider.script("M-DECLINED", ScriptedOutcome.decline("REJECT_CARD_PAYMENT"), ScriptedOutcome.APPROVE);

        String session = charge("CP-DECLINED", "DECLINEDTAG", 2_000);

        awaitThat(
                () -> assertThat(operator.bill(session).path("state").asText()).isEqualTo("PAID"));
        awaitThat(
                () -> assertThat(states(operator.payments(session))).containsExactlyInAnyOrder("APPROVED", "DECLINED"));
        assertThat(types(operator.history(session)))
                .containsSubsequence("PaymentDeclined", "HoldReleased", "FundsHeld", "PaymentApproved", "BillPaid");
        assertThat(world.capturesOf(session)).isEqualTo(1);
    }

    @Test
    void timedOutPaymentThatWasApprovedIsFoundByItsOrder() {
        Operator operator = world.operator();
        operator.registerStation("CP-UNKNOWN", "Incheon", "standard");
        operator.issueToken("UNKNOWNTAG", "M-UNKNOWN");
        operator.contact("M-UNKNOWN", "unknown@example.com", "en");
        operator.registerCard("M-UNKNOWN");
        world.provider.script("M-UNKNOWN", ScriptedOutcome.TIMEOUT_AFTER_CAPTURE);

        String session = charge("CP-UNKNOWN", "UNKNOWNTAG", 2_000);

        awaitThat(
                () -> assertThat(operator.bill(session).path("state").asText()).isEqualTo("PAID"));
        awaitThat(() -> assertThat(types(operator.history(session)))
                .containsSubsequence("PaymentRequested", "PaymentOutcomeUnknown", "PaymentApproved", "BillPaid"));
        assertThat(world.capturesOf(session)).isEqualTo(1);
    }

    @Test
    void unpaidBillRestrictsTheTokenUntilANewCardPays() {
        Operator operator = world.operator();
        operator.registerStation("CP-OVERDUE", "Daegu", "standard");
        operator.issueToken("OVERDUETAG", "M-OVERDUE");
        operator.contact("M-OVERDUE", "overdue@example.com", "en");
        operator.registerCard("M-OVERDUE");
        ScriptedOutcome stopped = ScriptedOutcome.decline("INVALID_STOPPED_CARD");
        world.provider.script("M-OVERDUE", stopped, stopped, stopped);

        String session = charge("CP-OVERDUE", "OVERDUETAG", 2_000);

        awaitThat(
                () -> assertThat(operator.bill(session).path("state").asText()).isEqualTo("OVERDUE"));
        awaitThat(() ->
                assertThat(operator.token("OVERDUETAG").path("restrictedBy")).hasSize(1));
        try (SimulatedStation station = world.station("CP-OVERDUE")) {
            assertThat(station.awaitConnected().authorize("OVERDUETAG")).isEqualTo("Blocked");
        }

        assertThat(operator.requestPayment(session)).isEqualTo(202);

        awaitThat(
                () -> assertThat(operator.bill(session).path("state").asText()).isEqualTo("PAID"));
        awaitThat(() ->
                assertThat(operator.token("OVERDUETAG").path("restrictedBy")).isEmpty());
        assertThat(world.capturesOf(session)).isEqualTo(1);
    }

    @Test
    void operatorStartsAndStopsFromAfar() {
        Operator operator = world.operator();
        operator.registerStation("CP-REMOTE", "Jeju", "standard");
        operator.issueToken("REMOTETAG", "M-REMOTE");
        try (SimulatedStation station = world.station("CP-REMOTE")) {
            station.awaitConnected().boot();
            awaitThat(() -> assertThat(operator.sendToStation(
                            "CP-REMOTE", "RemoteStartTransaction", Map.of("idTag", "REMOTETAG", "connectorId", 1)))
                    .isEqualTo(202));
            assertThat(station.awaitRemoteStart(SOON).idTag()).isEqualTo("REMOTETAG");
            Charge charge = station.start(1, "REMOTETAG", 0);
            assertThat(operator.sendToStation(
                            "CP-REMOTE", "RemoteStopTransaction", Map.of("transactionId", charge.transactionId())))
                    .isEqualTo(202);
            assertThat(station.awaitRemoteStop(SOON)).isEqualTo(charge.transactionId());
            charge.stop(100, "Remote");
        }
        awaitThat(() -> assertThat(
                        operator.sendToStation("CP-REMOTE", "RemoteStopTransaction", Map.of("transactionId", 1)))
                .isEqualTo(409));
    }

    private static String charge(String station, String token, long wattHours) {
        try (SimulatedStation simulated = world.station(station)) {
            simulated.awaitConnected().boot();
            Charge charge = simulated.start(1, token, 0);
            charge.meter(wattHours / 2);
            charge.stop(wattHours);
            return station + ":" + charge.transactionId();
        }
    }

    private static List<Mail> mailsTo(String address) {
        return world.mail.mails().stream()
                .filter(mail -> mail.to().contains(address))
                .toList();
    }

    private static List<String> types(JsonNode history) {
        return StreamSupport.stream(history.spliterator(), false)
                .map(event -> event.path("type").asText())
                .map(type -> type.substring(type.lastIndexOf('$') + 1))
                .toList();
    }

    private static List<String> states(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("state").asText())
                .toList();
    }

    /** Under normal load half a second is the promise; what one pause of a busy test machine does to it is not. */
    @Test
    void showsAFactHalfASecondAfterItsAcknowledgement() {
        Operator operator = world.operator();
        operator.registerStation("CP-SOON", "Seoul, level B3", "standard");
        operator.issueToken("SOONTAG", "M-SOON");
        List<Duration> delays = new ArrayList<>();
        try (SimulatedStation station = world.station("CP-SOON")) {
            station.awaitConnected();
            for (int i = 0; i < 20; i++) {
                Charge charge = station.start(1, "SOONTAG", 1_000L * i);
                String session = "CP-SOON:" + charge.transactionId();
                delays.add(until(
                        () -> operator.session(session).path("state").asText().equals("ACTIVE")));
                charge.stop(1_000L * i + 500);
                delays.add(until(
                        () -> operator.session(session).path("state").asText().equals("STOPPED")));
            }
        }
        delays.sort(Comparator.naturalOrder());
        assertThat(delays.get(delays.size() / 2)).as("the median of " + delays).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void operatorReadsWhatAStationAndTheGatewaySaid() {
        Operator operator = world.operator();
        operator.registerStation("CP-SAID", "Seoul, level B4", "standard");
        operator.issueToken("SAIDTAG", "M-SAID");
        try (SimulatedStation station = world.station("CP-SAID")) {
            station.awaitConnected();
            assertThat(station.authorize("SAIDTAG")).isEqualTo("Accepted");
        }
        String messages = "/api/charge-points/CP-SAID/messages?action=Authorize";
        awaitThat(() -> {
            JsonNode items = world.platform.rest().get(messages).body().path("items");
            assertThat(items).hasSize(2);
            assertThat(items.at("/0/direction").asText()).isEqualTo("OUT");
            assertThat(items.at("/1/outcome").asText()).isEqualTo("ANSWERED");
            assertThat(items.at("/1/latency").asText()).startsWith("PT");
            assertThat(items.at("/1/frame").asText()).contains("Authorize").doesNotContain("SAIDTAG");
        });
    }

    private static Duration until(BooleanSupplier shown) {
        long acknowledged = System.nanoTime();
        await().atMost(SOON)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(shown::getAsBoolean);
        return Duration.ofNanos(System.nanoTime() - acknowledged);
    }

    private static void awaitThat(ThrowingRunnable assertion) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(150)).untilAsserted(assertion);
    }
}
