package io.voltledger.simulators.station;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletableFuture;

/** One charge of a simulated station, from start to stop. */
public final class Charge {

    private static final String REGISTER = "Energy.Active.Import.Register";

    private final SimulatedStation station;
    private final int connector;
    private final String idTag;
    private final CompletableFuture<JsonNode> started;
    private volatile boolean over;

    Charge(SimulatedStation station, int connector, String idTag, CompletableFuture<JsonNode> started) {
        this.station = station;
        this.connector = connector;
        this.idTag = idTag;
        this.started = started;
    }

    public int connector() {
        return connector;
    }

    public String idTag() {
        return idTag;
    }

    /** The central system's id of it; waits until the start is acknowledged. */
    public int transactionId() {
        return station.wait(started).path("transactionId").asInt();
    }

    /** The answer to the start. */
    CompletableFuture<JsonNode> started() {
        return started;
    }

    /** What the central system said of the tag at start: {@code Accepted}. */
    public String idTagStatus() {
        return station.wait(started).at("/idTagInfo/status").asText();
    }

    /** Sends the register, in Wh, and waits until it is acknowledged. */
    public void meter(long wattHours) {
        station.wait(meterLater(wattHours));
    }

    /** The same with the power drawn, in W. */
    public void meter(long wattHours, long watts) {
        station.wait(meterLater(wattHours, watts));
    }

    public CompletableFuture<JsonNode> meterLater(long wattHours) {
        String at = station.now();
        return sendReading(reading(at, wattHours));
    }

    public CompletableFuture<JsonNode> meterLater(long wattHours, long watts) {
        return sendReading(withPower(reading(station.now(), wattHours), watts));
    }

    /** Register, power and voltage: the three samples of a usual reading. */
    CompletableFuture<JsonNode> meterLater(long wattHours, long watts, int volts) {
        ObjectNode reading = withPower(reading(station.now(), wattHours), watts);
        reading.withArray("sampledValue")
                .addObject()
                .put("value", Integer.toString(volts))
                .put("measurand", "Voltage")
                .put("unit", "V");
        return sendReading(reading);
    }

    /** Ends the charge and waits until it is acknowledged. */
    public void stop(long wattHours) {
        stop(wattHours, "EVDisconnected");
    }

    /** @param reason OCPP's word: {@code Local}, {@code Remote} */
    public void stop(long wattHours, String reason) {
        station.wait(stopLater(wattHours, reason));
    }

    public CompletableFuture<JsonNode> stopLater(long wattHours, String reason) {
        over = true;
        String at = station.now();
        return station.fact(OutgoingCall.fact(
                "StopTransaction",
                () -> SimulatedStation.object()
                        .put("transactionId", acknowledgedId())
                        .put("idTag", idTag)
                        .put("meterStop", wattHours)
                        .put("timestamp", at)
                        .put("reason", reason)));
    }

    boolean isOver() {
        return over;
    }

    boolean isTransaction(int transaction) {
        return started.isDone() && !started.isCompletedExceptionally() && acknowledgedId() == transaction;
    }

    private CompletableFuture<JsonNode> sendReading(ObjectNode reading) {
        return station.fact(OutgoingCall.fact("MeterValues", () -> {
            ObjectNode payload =
                    SimulatedStation.object().put("connectorId", connector).put("transactionId", acknowledgedId());
            payload.putArray("meterValue").add(reading);
            return payload;
        }));
    }

    /** The start stands before everything else of this charge in the line's queue, so it is acknowledged by then. */
    private int acknowledgedId() {
        return started.join().path("transactionId").asInt();
    }

    /** A reading outside any charge: the meter stands still. */
    static ObjectNode clockAligned(int connector) {
        ObjectNode payload = SimulatedStation.object().put("connectorId", connector);
        payload.putArray("meterValue").add(reading(StationClock.now(), 0));
        return payload;
    }

    private static ObjectNode withPower(ObjectNode reading, long watts) {
        reading.withArray("sampledValue")
                .addObject()
                .put("value", Long.toString(watts))
                .put("measurand", "Power.Active.Import")
                .put("unit", "W");
        return reading;
    }

    private static ObjectNode reading(String at, long wattHours) {
        ObjectNode reading = SimulatedStation.object().put("timestamp", at);
        reading.putArray("sampledValue")
                .addObject()
                .put("value", Long.toString(wattHours))
                .put("context", "Sample.Periodic")
                .put("measurand", REGISTER)
                .put("unit", "Wh");
        return reading;
    }
}
