package io.voltledger.simulators.station;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A charging station on a real OCPP 1.6J line. It connects at once and again after every outage, one call at a time is
 * open, and what a charger must not lose (boot, status, start, readings, stop) is sent until it is acknowledged, each time
 * with a new message id. The blocking methods wait for the answer for the settings' patience.
 */
public final class SimulatedStation implements AutoCloseable {

    private static final int MAX_SERIAL = 25;

    private final StationSettings settings;
    private final StationMemory memory;
    private final RemoteControl remote;
    private final StationOperations operations;
    private final OcppLine line;
    private final @Nullable StationNetwork own;

    private SimulatedStation(StationSettings settings, StationNetwork network, @Nullable StationNetwork own) {
        this.settings = settings;
        this.own = own;
        memory = new StationMemory(settings.memory());
        remote = new RemoteControl();
        operations = new StationOperations(memory, remote, voice());
        line = new OcppLine(settings, network, new StationReactions(memory, remote, operations, settings.observer()));
        line.connect();
    }

    /** A station with a thread of its own. */
    public static SimulatedStation connect(StationSettings settings) {
        StationNetwork network = new StationNetwork(1);
        return new SimulatedStation(settings, network, network);
    }

    public static SimulatedStation connect(URI url, String id) {
        return connect(StationSettings.of(url, id));
    }

    /** One of many stations on shared threads. */
    public static SimulatedStation connect(StationSettings settings, StationNetwork network) {
        return new SimulatedStation(settings, network, null);
    }

    public String id() {
        return settings.id();
    }

    /** Waits for the first or the next open socket. */
    public SimulatedStation awaitConnected() {
        Waiting.on(memory.connected(), settings.patience(), "a connection of " + settings.id());
        return this;
    }

    /** Sends BootNotification; answers its conf: {@code status}, {@code currentTime}, {@code interval}. */
    public JsonNode boot() {
        return wait(bootLater());
    }

    CompletableFuture<JsonNode> bootLater() {
        ObjectNode boot = object().put("chargePointVendor", "VoltLedger").put("chargePointModel", "Simulator");
        if (settings.id().length() <= MAX_SERIAL) {
            boot.put("chargePointSerialNumber", settings.id());
        }
        return fact("BootNotification", boot.put("firmwareVersion", "1.0"));
    }

    private StationVoice voice() {
        return new StationVoice() {
            @Override
            public void say(String action, ObjectNode payload) {
                var unused = fact(action, payload);
            }

            @Override
            public void boot() {
                var unused = bootLater();
            }

            @Override
            public void drop() {
                dropConnection();
            }
        };
    }

    public JsonNode heartbeat() {
        return call("Heartbeat", object());
    }

    /** @param status OCPP's word: {@code Available}, {@code SuspendedEV} */
    public void status(int connector, String status) {
        wait(statusLater(connector, status));
    }

    public CompletableFuture<JsonNode> statusLater(int connector, String status) {
        return fact(
                "StatusNotification",
                object().put("connectorId", connector)
                        .put("status", status)
                        .put("errorCode", "NoError")
                        .put("timestamp", now()));
    }

    /** Answers OCPP's word: {@code Accepted}, {@code Invalid}. */
    public String authorize(String idTag) {
        return call("Authorize", object().put("idTag", idTag))
                .at("/idTagInfo/status")
                .asText();
    }

    /** Begins a charge on connector 1; answers its transaction id. */
    public int start(String idTag, long meterStart) {
        return start(1, idTag, meterStart).transactionId();
    }

    /** Begins a charge and waits until it is acknowledged. */
    public Charge start(int connector, String idTag, long meterStart) {
        Charge charge = startLater(connector, idTag, meterStart);
        charge.transactionId();
        return charge;
    }

    /** Begins a charge, perhaps offline: its readings and its stop may be given before it is acknowledged. */
    public Charge startLater(int connector, String idTag, long meterStart) {
        Charge charge = new Charge(
                this, connector, idTag, fact("StartTransaction", startRequest(connector, idTag, meterStart)));
        memory.began(charge);
        return charge;
    }

    /** It names the reservation that it uses, where there is one. */
    private ObjectNode startRequest(int connector, String idTag, long meterStart) {
        ObjectNode start = object().put("connectorId", connector)
                .put("idTag", idTag)
                .put("meterStart", meterStart)
                .put("timestamp", now());
        operations.connectors().use(connector, idTag).ifPresent(id -> start.put("reservationId", id));
        return start;
    }

    /** Sends any call and waits for its answer; it is not repeated. */
    public JsonNode call(String action, ObjectNode payload) {
        return wait(callLater(action, payload));
    }

    public CompletableFuture<JsonNode> callLater(String action, ObjectNode payload) {
        return line.call(OutgoingCall.passing(action, payload));
    }

    /** The next RemoteStartTransaction; it was answered with Accepted already. */
    public RemoteStart awaitRemoteStart(Duration atMost) {
        return remote.awaitStart(atMost);
    }

    /** The transaction id of the next RemoteStopTransaction; it was answered with Accepted already. */
    public int awaitRemoteStop(Duration atMost) {
        return remote.awaitStop(atMost);
    }

    /** A RemoteStartTransaction that came and was not taken up yet. */
    Optional<RemoteStart> pendingRemoteStart() {
        return remote.pendingStart();
    }

    /** True, once, where a RemoteStopTransaction asked for it. */
    boolean remoteStopAsked(int transaction) {
        return remote.stopAsked(transaction);
    }

    /** Sends a Heartbeat at this interval from now on, while it is connected; zero sends none. */
    void heartbeatEvery(Duration interval) {
        if (!interval.isZero()) {
            line.every(interval, () -> callLater("Heartbeat", object()));
        }
    }

    /** Answers an action of the central system so from now on. */
    public void answering(String action, Function<JsonNode, ObjectNode> answer) {
        remote.answering(action, answer);
    }

    /** What the central system acknowledged, in order. */
    public List<Acknowledged> acknowledged() {
        return memory.acknowledged();
    }

    public List<Acknowledged> acknowledged(String action) {
        return acknowledged().stream()
                .filter(call -> call.action().equals(action))
                .toList();
    }

    /** Calls not acknowledged yet. */
    public int waiting() {
        return line.waiting();
    }

    /** Breaks the network once; the station comes back by itself. */
    public void dropConnection() {
        memory.disconnected();
        line.drop();
    }

    JsonNode wait(CompletableFuture<JsonNode> answer) {
        return Waiting.on(answer, settings.patience(), "an answer to " + settings.id());
    }

    CompletableFuture<JsonNode> fact(String action, ObjectNode payload) {
        return line.call(OutgoingCall.fact(action, () -> payload));
    }

    CompletableFuture<JsonNode> fact(OutgoingCall call) {
        return line.call(call);
    }

    /** The time by its clock, as a report says it. */
    String now() {
        return StationClock.now(settings.clock());
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void close() {
        line.close();
        if (own != null) {
            own.close();
        }
    }
}
