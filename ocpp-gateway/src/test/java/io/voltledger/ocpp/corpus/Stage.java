package io.voltledger.ocpp.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.voltledger.api.chargepoint.ChargePointCommand.RegisterChargePoint;
import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointConnected;
import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointDisconnected;
import io.voltledger.api.chargepoint.StationCommandEvent.StationAnsweredLate;
import io.voltledger.api.chargepoint.StationCommandEvent.StationCommandEnded;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationCommandMessage.DispatchStationCommand;
import io.voltledger.api.chargepoint.StationCommandMessage.SendToStation;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.quirk.Quirks;
import io.voltledger.api.token.IdToken;
import io.voltledger.api.token.TokenCommand.BlockToken;
import io.voltledger.api.token.TokenCommand.IssueToken;
import io.voltledger.ocpp.OcppSchemas;
import io.voltledger.ocpp.RawStation;
import io.voltledger.ocpp.RunningGateway;
import io.voltledger.runtime.AxonJson;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;

/** Plays one script: a station of its own, two good tags and a blocked one, and a socket. */
final class Stage implements AutoCloseable {

    private static final Duration QUIET = Duration.ofMillis(120);

    private static final ObjectMapper JSON = AxonJson.mapper();
    private static final Map<String, OcppSchemas> SCHEMAS =
            Map.of("ocpp1.6", new OcppSchemas(), "ocpp2.0.1", new OcppSchemas("ocpp2_0_1.json"));
    private static final int RESULT = 3;
    private static final java.util.regex.Pattern CALL =
            java.util.regex.Pattern.compile("\\[2,\"([^\"]+)\",\"([^\"]+)\"");

    private final Map<String, String> actions = new HashMap<>();
    private final WriteSide writeSide;
    private final RunningGateway gateway;
    private final String id;
    private final Map<String, String> known = new HashMap<>();
    private final Pattern pattern = new Pattern(known);
    private final List<RawStation> replaced = new ArrayList<>();
    private RawStation station;

    Stage(WriteSide writeSide, RunningGateway gateway, int number) {
        this.writeSide = writeSide;
        this.gateway = gateway;
        id = "Q-" + number;
        known.put("$station", id);
        known.put("$tag", "TAG" + number);
        known.put("$mate", "MATE" + number);
        known.put("$blocked", "BAD" + number);
        known.put("$stranger", "NOBODY" + number);
        register(id);
        issue("$tag");
        issue("$mate");
        issue("$blocked");
        writeSide.gateway().sendAndWait(new BlockToken(new IdToken(known("$blocked")), "lost", RunningGateway.NOW));
        station = RawStation.connect(gateway, id, "ocpp1.6");
    }

    void play(Fixture fixture) {
        for (Fixture.Step step : fixture.steps()) {
            play(step.word(), filledIn(step.rest()));
        }
    }

    private void play(String word, String rest) {
        switch (word) {
            case ">" -> send(rest);
            case "<" -> expect(rest);
            case "quiet" -> assertThat(station.nextWithin(QUIET)).isNull();
            case "repeat" -> repeat(rest);
            case "large" -> large(Integer.parseInt(rest));
            case "ping" -> assertThat(station.pingIsAnswered()).isTrue();
            case "vanish" -> station.vanish();
            case "reconnect" -> reconnect(rest.split(" "));
            case "second-socket-wins" -> secondSocketWins();
            case "fleet" -> fleet(Integer.parseInt(rest));
            case "offline-soon" -> await().until(() -> !isOnline());
            case "online" -> assertThat(isOnline()).isTrue();
            case "profile" -> profile(rest);
            case "order" -> order(rest.split(" ", 3));
            case "ended" -> ended(rest.split(" ", 2));
            case "session" -> Outcome.ofSession(writeSide, id, rest).check();
            case "log" -> Outcome.ofLog(writeSide, id, rest).check();
            default -> throw new IllegalArgumentException("No such step: " + word);
        }
    }

    private void send(String frame) {
        Matcher call = CALL.matcher(frame);
        if (call.lookingAt()) {
            actions.put(call.group(1), call.group(2));
        }
        station.send(frame);
    }

    /** What the gateway sends agrees with the published schemas, whatever the station sent. */
    private void agrees(JsonNode frame) {
        OcppSchemas schemas = Objects.requireNonNull(
                SCHEMAS.get(station.subprotocol().isEmpty() ? "ocpp1.6" : station.subprotocol()));
        if (frame.get(0).asInt() == RESULT) {
            String action = Objects.requireNonNull(actions.get(frame.get(1).asText()), "an answer to nothing");
            schemas.check(action + ".conf", frame.get(2).toString());
        } else {
            schemas.check(frame.get(2).asText() + ".req", frame.get(3).toString());
        }
    }

    private void expect(String expected) {
        JsonNode frame = station.next();
        agrees(frame);
        assertThat(pattern.matches(expected, frame))
                .as(frame + " is " + expected)
                .isTrue();
    }

    /** {@code 200 [2,"#",...]}: so many calls at once, then all their answers in order. */
    private void repeat(String rest) {
        String[] parts = rest.split(" ", 2);
        int times = Integer.parseInt(parts[0]);
        IntStream.range(0, times).forEach(i -> send(parts[1].replace("#", Integer.toString(i))));
        for (int i = 0; i < times; i++) {
            expect("[3,\"" + i + "\",\"*\"]");
        }
    }

    /** A stop with so many KiB of transaction data. */
    private void large(int kibibytes) {
        String sample = "{\"timestamp\":\"2026-11-21T02:52:00Z\",\"sampledValue\":[{\"value\":\"1100\"}]}";
        int samples = kibibytes * 1_024 / (sample.length() + 1) + 1;
        send("[2,\"large\",\"StopTransaction\",{\"transactionId\":" + known("$T") + ",\"meterStop\":1200,"
                + "\"timestamp\":\"2026-11-21T02:59:00Z\",\"transactionData\":["
                + String.join(",", Collections.nCopies(samples, sample)) + "]}]");
        expect("[3,\"large\",{}]");
    }

    /** {@code PATH [PROTOCOL...]}; the path below the endpoint. */
    private void reconnect(String... words) {
        replaced.add(station);
        String[] protocols = Arrays.copyOfRange(words, 1, words.length);
        station = RawStation.connect(gateway, words[0], protocols);
    }

    private void secondSocketWins() {
        RawStation first = station;
        reconnect(id, "ocpp1.6");
        assertThat(first.closeCode()).isEqualTo(1008);
        assertThat(station.call("second", "Heartbeat", "{}").has("currentTime")).isTrue();
        assertThat(stations(ChargePointDisconnected.class)).isEmpty();
    }

    private void fleet(int size) {
        IntStream.range(0, size).forEach(i -> register(id + "-" + i));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Boolean>> back = IntStream.range(0, size)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> answersHeartbeat(id + "-" + i), threads))
                    .toList();
            assertThat(back).allSatisfy(one -> assertThat(one.join()).isTrue());
        }
    }

    private boolean answersHeartbeat(String other) {
        try (RawStation one = RawStation.connect(gateway, other, "ocpp1.6")) {
            return one.call("1", "Heartbeat", "{}").has("currentTime");
        }
    }

    /** {@code QUIRKS}: of the vendor that is named like the station, from its next boot. */
    private void profile(String rest) {
        try {
            gateway.profiles().publish(id, JSON.readValue(rest, Quirks.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not quirks: " + rest, e);
        }
    }

    /** {@code NAME ACTION PAYLOAD}. */
    private void order(String... words) {
        StationCommandId command = new StationCommandId(id + words[0]);
        StationId to = new StationId(id);
        writeSide
                .gateway()
                .sendAndWait(new DispatchStationCommand(
                        command, to, words[1], words[2], RunningGateway.NODE, RunningGateway.NOW));
        Object taken = writeSide
                .gateway()
                .sendAndWait(new GenericCommandMessage<>(
                        new GenericMessage<>(new SendToStation(command, to, words[1], words[2])),
                        SendToStation.nameAt(RunningGateway.NODE)));
        assertThat(taken).isEqualTo(true);
    }

    /** {@code NAME OUTCOME}. */
    private void ended(String... words) {
        String stream = new StationCommandId(id + words[0]).toString();
        await().untilAsserted(() ->
                assertThat(outcome(writeSide.events(stream).getLast())).isEqualTo(words[1]));
    }

    private static String outcome(Object event) {
        return switch (event) {
            case StationCommandEnded ended -> ended.answer().outcome().name();
            case StationAnsweredLate late -> late.answer().outcome().name();
            default -> "none";
        };
    }

    private boolean isOnline() {
        List<Object> events = writeSide.events("station/" + id);
        String open = events.stream()
                .filter(ChargePointConnected.class::isInstance)
                .map(event -> ((ChargePointConnected) event).connection())
                .reduce("", (first, second) -> second);
        return events.stream()
                .filter(ChargePointDisconnected.class::isInstance)
                .noneMatch(
                        event -> ((ChargePointDisconnected) event).connection().equals(open));
    }

    private <E> List<E> stations(Class<E> type) {
        return writeSide.events("station/" + id).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private String known(String name) {
        return Objects.requireNonNull(known.get(name), name);
    }

    private String filledIn(String text) {
        String filled = text;
        for (Map.Entry<String, String> one : known.entrySet()) {
            filled = filled.replace(one.getKey() + "$", one.getValue());
        }
        return filled;
    }

    private void register(String name) {
        writeSide
                .gateway()
                .sendAndWait(
                        new RegisterChargePoint(new StationId(name), name, ZoneOffset.UTC, null, RunningGateway.NOW));
    }

    private void issue(String name) {
        writeSide
                .gateway()
                .sendAndWait(new IssueToken(
                        new IdToken(known(name)), new MemberId("M-" + id), null, null, RunningGateway.NOW));
    }

    @Override
    public void close() {
        replaced.forEach(RawStation::close);
        station.close();
    }
}
