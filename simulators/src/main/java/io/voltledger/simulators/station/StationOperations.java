package io.voltledger.simulators.station;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** All that a central system may ask of an OCPP 1.6 station with every profile, answered from the station's own state. */
final class StationOperations {

    private static final String VENDOR = "VoltLedger";

    private final StationMemory memory;
    private final RemoteControl remote;
    private final StationVoice voice;
    private final Connectors connectors;
    private final Map<String, Operation> operations;

    StationOperations(StationMemory memory, RemoteControl remote, StationVoice voice) {
        this.memory = memory;
        this.remote = remote;
        this.voice = voice;
        connectors = new Connectors(memory::chargesAt, voice);
        Configuration configuration = new Configuration();
        LocalList localList = new LocalList(configuration);
        ChargingProfiles profiles = new ChargingProfiles(memory::chargesAt);
        Certificates certificates = new Certificates();
        operations = Map.ofEntries(
                entry("RemoteStartTransaction", this::remoteStart),
                entry("RemoteStopTransaction", this::remoteStop),
                entry("Reset", this::reset),
                entry("ClearCache", request -> Reply.status("Accepted")),
                entry("DataTransfer", StationOperations::data),
                entry("ChangeConfiguration", configuration::change),
                entry("GetConfiguration", configuration::get),
                entry("ChangeAvailability", connectors::changeAvailability),
                entry("UnlockConnector", connectors::unlock),
                entry("ReserveNow", connectors::reserve),
                entry("CancelReservation", connectors::cancel),
                entry("GetLocalListVersion", request -> localList.version()),
                entry("SendLocalList", localList::update),
                entry("SetChargingProfile", profiles::set),
                entry("ClearChargingProfile", profiles::clear),
                entry("GetCompositeSchedule", profiles::composite),
                entry("TriggerMessage", this::trigger),
                entry("ExtendedTriggerMessage", this::trigger),
                entry("GetDiagnostics", this::diagnostics),
                entry("UpdateFirmware", this::firmware),
                entry("GetLog", this::log),
                entry("SignedUpdateFirmware", this::signedFirmware),
                entry("InstallCertificate", certificates::install),
                entry("GetInstalledCertificateIds", certificates::list),
                entry("DeleteCertificate", certificates::delete),
                entry("CertificateSigned", certificates::signed));
    }

    Optional<Reply> serve(String action, JsonNode request) {
        return Optional.ofNullable(operations.get(action)).map(operation -> operation.serve(request));
    }

    Connectors connectors() {
        return connectors;
    }

    private Reply remoteStart(JsonNode request) {
        JsonNode connector = request.path("connectorId");
        if (connector.isInt()
                && (!Connectors.exists(connector.asInt()) || !connectors.isOperative(connector.asInt()))) {
            return Reply.status("Rejected");
        }
        remote.started(new RemoteStart(
                request.path("idTag").asText(),
                connector.isInt() ? Integer.valueOf(connector.asInt()) : null,
                request));
        return Reply.status("Accepted");
    }

    private Reply remoteStop(JsonNode request) {
        int transaction = request.path("transactionId").asInt();
        if (!memory.charges(transaction)) {
            return Reply.status("Rejected");
        }
        remote.stopped(transaction);
        return Reply.status("Accepted");
    }

    /** The line breaks and the station boots again; what it must not lose, it keeps. */
    private Reply reset(JsonNode request) {
        return Reply.status("Accepted").then(() -> {
            voice.drop();
            voice.boot();
        });
    }

    private static Reply data(JsonNode request) {
        return Reply.status(request.path("vendorId").asText().equals(VENDOR) ? "Accepted" : "UnknownVendorId");
    }

    private Reply trigger(JsonNode request) {
        int connector = request.path("connectorId").asInt();
        if (!Connectors.exists(connector)) {
            return Reply.status("Rejected");
        }
        String message = request.path("requestedMessage").asText();
        return switch (message) {
            case "BootNotification" -> Reply.status("Accepted").then(voice::boot);
            case "Heartbeat" -> Reply.status("Accepted").then(() -> voice.say("Heartbeat", SimulatedStation.object()));
            case "StatusNotification" ->
                Reply.status("Accepted").then(() -> voice.status(connector, stateOf(connector)));
            case "MeterValues" ->
                Reply.status("Accepted").then(() -> voice.say("MeterValues", Charge.clockAligned(connector)));
            case "FirmwareStatusNotification", "DiagnosticsStatusNotification", "LogStatusNotification" ->
                Reply.status("Accepted").then(() -> voice.progress(message, "Idle"));
            case "SignChargePointCertificate" ->
                Reply.status("Accepted")
                        .then(() -> voice.say(
                                "SignCertificate",
                                SimulatedStation.object()
                                        .put(
                                                "csr",
                                                "-----BEGIN CERTIFICATE REQUEST-----\nc2ltdWxhdGVk\n"
                                                        + "-----END CERTIFICATE REQUEST-----\n")));
            default -> Reply.status("NotImplemented");
        };
    }

    private String stateOf(int connector) {
        if (!connectors.isOperative(connector)) {
            return "Unavailable";
        }
        return connector > 0 && memory.chargesAt(connector) ? "Charging" : "Available";
    }

    private Reply diagnostics(JsonNode request) {
        ObjectNode answer = SimulatedStation.object().put("fileName", "diagnostics.txt");
        return Reply.of(answer).then(() -> voice.progress("DiagnosticsStatusNotification", "Uploading", "Uploaded"));
    }

    private Reply firmware(JsonNode request) {
        return Reply.of(SimulatedStation.object())
                .then(() -> voice.progress(
                        "FirmwareStatusNotification", "Downloading", "Downloaded", "Installing", "Installed"));
    }

    private Reply log(JsonNode request) {
        ObjectNode answer = SimulatedStation.object().put("status", "Accepted").put("filename", "log.txt");
        int id = request.path("requestId").asInt();
        return Reply.of(answer).then(() -> voice.progress("LogStatusNotification", id, "Uploading", "Uploaded"));
    }

    private Reply signedFirmware(JsonNode request) {
        int id = request.path("requestId").asInt();
        return Reply.status("Accepted")
                .then(() -> voice.progress(
                        "SignedFirmwareStatusNotification",
                        id,
                        "Downloading",
                        "Downloaded",
                        "SignatureVerified",
                        "Installing",
                        "Installed"));
    }
}
