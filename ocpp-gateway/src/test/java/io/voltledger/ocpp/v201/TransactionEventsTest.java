package io.voltledger.ocpp.v201;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.api.Energy;
import io.voltledger.api.chargepoint.ChargePointCommand.RegisterChargePoint;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.ChargingState;
import io.voltledger.api.session.SessionEvent.ChargingStateChanged;
import io.voltledger.api.session.SessionEvent.EnergyMetered;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.session.SessionEvent.StopRepeated;
import io.voltledger.api.token.IdToken;
import io.voltledger.api.token.TokenCommand.IssueToken;
import io.voltledger.ocpp.OcppSchemas;
import io.voltledger.ocpp.RawStation;
import io.voltledger.ocpp.RunningGateway;
import io.voltledger.ocpp.corpus.WriteSide;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** What the write side makes of a 2.0.1 station's transaction events, whatever their order. */
@SuppressWarnings("NullAway.Init")
class TransactionEventsTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Instant BEGIN = Instant.parse("2026-11-21T02:00:00Z");
    private static WriteSide writeSide;
    private static RunningGateway gateway;
    private static RawStation station;

    private static final OcppSchemas SCHEMAS = new OcppSchemas("ocpp2_0_1.json");
    private final String transaction = "f3c1-" + NUMBERS.incrementAndGet();
    private int messages;

    @BeforeContainer
    static void start() {
        writeSide = new WriteSide();
        gateway = RunningGateway.before(writeSide.gateway(), writeSide.bus());
        writeSide
                .gateway()
                .sendAndWait(new RegisterChargePoint(
                        new StationId("S-201"), "Level B1", ZoneId.of("Asia/Seoul"), null, BEGIN));
        writeSide.gateway().sendAndWait(new IssueToken(new IdToken("TAG201"), new MemberId("M-1"), null, null, BEGIN));
        station = RawStation.connect(gateway, "S-201", "ocpp2.0.1");
    }

    @AfterContainer
    static void stop() {
        station.close();
        gateway.close();
        writeSide.close();
    }

    @Example
    void chargesOnceFromAuthorizeToStop() {
        JsonNode authorize = call("Authorize", "{\"idToken\":{\"idToken\":\"tag201\",\"type\":\"ISO14443\"}}");
        assertThat(authorize.at("/idTokenInfo/status").asText()).isEqualTo("Accepted");
        JsonNode started = tell(event("Started", 0, 1_000, "Transaction.Begin", "EVConnected", "TAG201", false));
        assertThat(started.at("/idTokenInfo/status").asText()).isEqualTo("Accepted");
        assertThat(tell(event("Updated", 1, 1_500, "Sample.Periodic", "Charging", null, false)))
                .isEmpty();
        tell(event("Updated", 2, 2_000, "Sample.Periodic", "SuspendedEV", null, false));
        assertThat(tell(event("Ended", 3, 2_500, "Transaction.End", null, null, false)))
                .isEmpty();

        List<Object> events = events();
        assertThat(first(events, SessionStarted.class).connector()).isEqualTo(new ConnectorId(1));
        assertThat(first(events, SessionStarted.class).meterStart()).isEqualTo(Energy.wh(1_000));
        assertThat(all(events, ChargingStateChanged.class))
                .extracting(ChargingStateChanged::state)
                .containsExactly(ChargingState.EV_CONNECTED, ChargingState.CHARGING, ChargingState.SUSPENDED_EV);
        SessionStopped stopped = first(events, SessionStopped.class);
        assertThat(stopped.energy()).isEqualTo(Energy.wh(1_500));
        assertThat(stopped.meterStop()).isEqualTo(Energy.wh(2_500));
        assertThat(stopped.reason()).isEqualTo("EVDisconnected");
        assertThat(stopped.reviewReasons()).isEmpty();
        assertThat(stopped.anomalies()).isEmpty();
    }

    @Example
    void keepsTheTimesOfWhatHappenedOffline() {
        tell(event("Started", 0, 0, "Transaction.Begin", "Charging", "TAG201", true));
        tell(event("Ended", 1, 700, "Transaction.End", null, null, true));

        assertThat(first(events(), SessionStarted.class).startedAt()).isEqualTo(BEGIN);
        assertThat(first(events(), SessionStopped.class).stoppedAt()).isEqualTo(BEGIN.plusSeconds(600));
    }

    @Example
    void opensAnOrphanWhereTheStartNeverComes() {
        tell(event("Updated", 4, 1_500, "Sample.Periodic", "Charging", null, false));
        tell(event("Ended", 6, 2_500, "Transaction.End", null, null, false));

        Told told = Told.by(events());
        assertThat(told.orphan()).isTrue();
        assertThat(told.energy()).isEqualTo(Energy.wh(1_000));
        assertThat(first(events(), SessionStopped.class).reviewReasons()).contains("orphan");
    }

    @Example
    void learnsTheTokenThatIsShownAfterTheCableIsIn() {
        tell(event("Started", 0, 1_000, "Transaction.Begin", "EVConnected", null, false));
        assertThat(first(events(), SessionStarted.class).token()).isEqualTo(IdToken.UNNAMED);

        JsonNode answer = tell(event("Updated", 1, 1_000, "Sample.Periodic", null, "TAG201", false));
        assertThat(answer.at("/idTokenInfo/status").asText()).isEqualTo("Accepted");
        tell(event("Ended", 2, 2_000, "Transaction.End", null, null, false));

        SessionStopped stopped = first(events(), SessionStopped.class);
        assertThat(stopped.token()).isEqualTo(new IdToken("TAG201"));
        assertThat(stopped.authorization().member()).isEqualTo(new MemberId("M-1"));
        assertThat(stopped.reviewReasons()).isEmpty();
    }

    @Example
    void tellsTheTruthOfAnUnknownTokenAndKeepsTheCharge() {
        JsonNode answer = tell(event("Started", 0, 0, "Transaction.Begin", "Charging", "STRANGER", false));

        assertThat(answer.at("/idTokenInfo/status").asText()).isEqualTo("Unknown");
        assertThat(first(events(), SessionStarted.class).anomalies())
                .extracting(Anomaly::code)
                .contains(Anomaly.Code.TOKEN_NOT_ACCEPTED);
    }

    @Example
    void keepsWhatNamesNoTransaction() {
        JsonNode answer = station.call("odd", "TransactionEvent", "{\"eventType\":\"Updated\",\"seqNo\":\"x\"}");

        assertThat(answer).isEmpty();
    }

    /** A shuffle, and which events come again, and where. */
    record Talk(List<Integer> order) {}

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void anyOrderAndRepetitionGivesOneSessionWithTheSameEnergy(@ForAll("talks") Talk talk) {
        String own = transaction + "-" + messages++;
        List<String> told = List.of(
                event(own, "Started", 0, 1_000, "Transaction.Begin", "EVConnected", "TAG201", true),
                event(own, "Updated", 1, 1_400, "Sample.Periodic", "Charging", null, true),
                event(own, "Updated", 2, 1_900, "Sample.Periodic", null, null, true),
                event(own, "Updated", 4, 2_300, "Sample.Clock", "SuspendedEV", null, true),
                event(own, "Ended", 5, 2_500, "Transaction.End", null, null, true));
        talk.order().forEach(index -> call("TransactionEvent", told.get(index)));

        List<Object> events = writeSide.events("S-201:" + own);
        assertThat(Told.by(events))
                .as(talk + " " + events)
                .isEqualTo(new Told(1, 1, new IdToken("TAG201"), Energy.wh(1_000), Energy.wh(1_500), false));
        assertThat(all(events, StopRepeated.class)).isEmpty();
        assertThat(all(events, EnergyMetered.class))
                .isSortedAccordingTo((one, other) -> one.energy().compareTo(other.energy()));
    }

    @Provide
    Arbitrary<Talk> talks() {
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            List<Integer> order = new ArrayList<>(IntStream.range(0, 5).boxed().toList());
            IntStream.range(0, random.nextInt(5)).forEach(i -> order.add(random.nextInt(5)));
            Collections.shuffle(order, random);
            return new Talk(order);
        });
    }

    private String event(
            String type,
            int number,
            long register,
            String context,
            @Nullable String state,
            @Nullable String token,
            boolean offline) {
        return event(transaction, type, number, register, context, state, token, offline);
    }

    private static String event(
            String transaction,
            String type,
            int number,
            long register,
            String context,
            @Nullable String state,
            @Nullable String token,
            boolean offline) {
        Instant at = type.equals("Started") ? BEGIN : BEGIN.plusSeconds(type.equals("Ended") ? 600 : 60L * number);
        String where = number == 0 ? ",\"evse\":{\"id\":1,\"connectorId\":1}" : "";
        String who = token == null ? "" : ",\"idToken\":{\"idToken\":\"" + token + "\",\"type\":\"ISO14443\"}";
        String how = state == null ? "" : ",\"chargingState\":\"" + state + "\"";
        String why = type.equals("Ended") ? ",\"stoppedReason\":\"EVDisconnected\"" : "";
        return """
                {"eventType":"%s","timestamp":"%s","triggerReason":"Trigger","seqNo":%d,"offline":%s,
                "transactionInfo":{"transactionId":"%s"%s%s}%s%s,"meterValue":[{"timestamp":"%s","sampledValue":[
                {"value":%s,"context":"%s","unitOfMeasure":{"unit":"kWh"}},
                {"value":7.2,"measurand":"Power.Active.Import","unitOfMeasure":{"unit":"W","multiplier":3}}]}]}""".formatted(
                        type,
                        at,
                        number,
                        offline,
                        transaction,
                        how,
                        why,
                        where,
                        who,
                        at,
                        BigDecimal.valueOf(register, 3),
                        context);
    }

    private JsonNode tell(String event) {
        return call("TransactionEvent", event);
    }

    private JsonNode call(String action, String payload) {
        SCHEMAS.check(action + ".req", payload);
        JsonNode answer = station.call("m" + NUMBERS.incrementAndGet(), action, payload);
        SCHEMAS.check(action + ".conf", answer.toString());
        return answer;
    }

    private List<Object> events() {
        return writeSide.events("S-201:" + transaction);
    }

    private static <E> List<E> all(List<Object> events, Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static <E> E first(List<Object> events, Class<E> type) {
        return all(events, type).getFirst();
    }
}
