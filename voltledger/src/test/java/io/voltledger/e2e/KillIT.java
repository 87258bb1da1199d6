package io.voltledger.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.demo.Operator;
import io.voltledger.simulators.payment.ScriptedOutcome;
import io.voltledger.simulators.station.Charge;
import io.voltledger.simulators.station.SimulatedStation;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 of the whole platform in the middle of what it does. What was acknowledged is there afterwards, every session is
 * billed once, and the payment provider, which outlives the kills, counts one capture for each bill.
 */
class KillIT {

    private static final Duration RECOVERED = Duration.ofSeconds(90);

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
    void killedInTheMiddleOfChargingNothingAcknowledgedIsLost() {
        int stations = 6;
        List<SimulatedStation> fleet = fleet("CP-CHARGING-", stations);
        try {
            List<Charge> charges = fleet.stream()
                    .map(station -> station.startLater(1, tag(station), 1_000))
                    .toList();
            // A kill while readings come in, one at the stop; stations send again what was not acknowledged.
            List<CompletableFuture<?>> sent = new ArrayList<>();
            for (int reading = 1; reading <= 12; reading++) {
                for (Charge charge : charges) {
                    sent.add(charge.meterLater(1_000 + reading * 500L));
                }
                if (reading == 6) {
                    awaitAny(sent, fleet);
                    world.platform.killAndRestart();
                }
            }
            charges.forEach(charge -> sent.add(charge.stopLater(7_000, "Local")));
            world.platform.killAndRestart();
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                    .orTimeout(RECOVERED.toSeconds(), TimeUnit.SECONDS)
                    .join();

            for (int i = 0; i < stations; i++) {
                String session = fleet.get(i).id() + ":" + charges.get(i).transactionId();
                awaitPaidOnce(session, 6_000);
                JsonNode history = world.operator().history(session);
                assertThat(count(history, "SessionStarted")).isEqualTo(1);
                assertThat(count(history, "SessionStopped")).isEqualTo(1);
                // Each acknowledged reading is in the history; one whose answer the kill took may be there twice.
                assertThat(count(history, "EnergyMetered")).isGreaterThanOrEqualTo(12);
                assertThat(distinctRegisters(history))
                        .containsAll(IntStream.rangeClosed(1, 12)
                                .mapToObj(reading -> 1_000 + reading * 500)
                                .toList());
            }
        } finally {
            fleet.forEach(SimulatedStation::close);
        }
    }

    @Test
    void killedInTheMiddleOfPaymentsEveryBillIsPaidOnce() {
        int stations = 6;
        List<SimulatedStation> fleet = fleet("CP-PAYING-", stations);
        try {
            // Every way that a payment can go, at once.
            script(fleet.get(1), ScriptedOutcome.decline("REJECT_CARD_PAYMENT"), ScriptedOutcome.APPROVE);
            script(fleet.get(2), ScriptedOutcome.TIMEOUT_AFTER_CAPTURE);
            script(fleet.get(3), ScriptedOutcome.ERROR_AFTER_CAPTURE);
            script(fleet.get(4), ScriptedOutcome.CONFLICT, ScriptedOutcome.APPROVE);
            script(fleet.get(5), ScriptedOutcome.ERROR, ScriptedOutcome.APPROVE);
            List<Charge> charges = fleet.stream()
                    .map(station -> station.start(1, tag(station), 0))
                    .toList();
            charges.forEach(charge -> charge.stop(900, "Local"));
            int before = world.provider.calls().size();

            // The first kill as soon as the provider is called, the next one while it is called again.
            for (int kill = 0; kill < 2; kill++) {
                int seen = world.provider.calls().size();
                if (kill == 0) {
                    awaitThat(() -> assertThat(world.provider.calls().size()).isGreaterThan(before - 1));
                } else if (!allPaid(fleet, charges)) {
                    awaitThat(() -> assertThat(allPaid(fleet, charges)
                                    || world.provider.calls().size() > seen)
                            .isTrue());
                }
                world.platform.killAndRestart();
            }

            for (int i = 0; i < stations; i++) {
                awaitPaidOnce(fleet.get(i).id() + ":" + charges.get(i).transactionId(), 900);
            }
        } finally {
            fleet.forEach(SimulatedStation::close);
        }
    }

    private static boolean allPaid(List<SimulatedStation> fleet, List<Charge> charges) {
        return IntStream.range(0, fleet.size())
                .allMatch(i -> world.operator()
                        .bill(fleet.get(i).id() + ":" + charges.get(i).transactionId())
                        .path("state")
                        .asText()
                        .equals("PAID"));
    }

    private static void awaitPaidOnce(String session, int won) {
        Operator operator = world.operator();
        awaitThat(() -> assertThat(operator.bill(session).path("state").asText())
                .as("bill of %s", session)
                .isEqualTo("PAID"));
        assertThat(operator.bill(session).at("/totals/gross/amount").asInt()).isEqualTo(won);
        assertThat(world.capturesOf(session)).as("captures of %s", session).isEqualTo(1);
        awaitThat(() -> {
            JsonNode history = operator.history(session);
            assertThat(count(history, "BillOpened")).isEqualTo(1);
            assertThat(count(history, "PaymentApproved")).isEqualTo(1);
            assertThat(count(history, "BillPaid")).isEqualTo(1);
        });
    }

    private static List<SimulatedStation> fleet(String prefix, int size) {
        Operator operator = world.operator();
        return IntStream.rangeClosed(1, size)
                .mapToObj(number -> {
                    String id = prefix + number;
                    operator.registerStation(id, id, "standard");
                    operator.issueToken("TAG-" + id, "M-" + id);
                    operator.registerCard("M-" + id);
                    SimulatedStation station = world.station(id);
                    station.awaitConnected().boot();
                    return station;
                })
                .toList();
    }

    private static String tag(SimulatedStation station) {
        return "TAG-" + station.id();
    }

    private static void script(SimulatedStation station, ScriptedOutcome... outcomes) {
        world.provider.script("M-" + station.id(), outcomes);
    }

    private static void awaitAny(List<CompletableFuture<?>> sent, List<SimulatedStation> fleet) {
        int acknowledged = acknowledged(fleet);
        awaitThat(() -> assertThat(
                        acknowledged(fleet) > acknowledged || sent.stream().allMatch(CompletableFuture::isDone))
                .isTrue());
    }

    private static int acknowledged(List<SimulatedStation> fleet) {
        return fleet.stream()
                .mapToInt(station -> station.acknowledged("MeterValues").size())
                .sum();
    }

    private static long count(JsonNode history, String type) {
        return StreamSupport.stream(history.spliterator(), false)
                .filter(event -> event.path("type").asText().endsWith(type))
                .count();
    }

    private static List<Integer> distinctRegisters(JsonNode history) {
        return StreamSupport.stream(history.spliterator(), false)
                .filter(event -> event.path("type").asText().endsWith("EnergyMetered"))
                .map(event -> event.path("payload"))
                .map(payload -> payload.at("/readings/0/values/0/value").asInt())
                .distinct()
                .toList();
    }

    private static void awaitThat(ThrowingRunnable assertion) {
        await().atMost(RECOVERED).pollInterval(Duration.ofMillis(150)).untilAsserted(assertion);
    }
}
