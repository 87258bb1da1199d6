package io.voltledger.simulators.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A station with every profile of OCPP 1.6 answers from its own state; each frame agrees with the published schemas. */
class StationOperationsTest {

    private static final String PROFILE =
            "{\"chargingProfileId\":%d,\"stackLevel\":%d,\"chargingProfilePurpose\":\"%s\","
                    + "\"chargingProfileKind\":\"Relative\",\"chargingSchedule\":{\"chargingRateUnit\":\"A\","
                    + "\"chargingSchedulePeriod\":[{\"startPeriod\":0,\"limit\":%s},{\"startPeriod\":600,\"limit\":%s}]}}";

    private final OcppSchemas schemas = OcppSchemas.fromProperty();
    private final CentralSystem central = new CentralSystem();
    private final SimulatedStation station =
            SimulatedStation.connect(StationSettings.of(central.url(), "CP-1").withRetryDelay(Duration.ofMillis(50)));

    @BeforeEach
    void connect() {
        station.awaitConnected();
    }

    @AfterEach
    void stop() {
        station.close();
        central.calls().forEach(call -> schemas.check(call.path(2).asText() + ".req", call.path(3)));
        central.close();
    }

    @Test
    void changesItsConfiguration() {
        assertThat(ask("ChangeConfiguration", "{\"key\":\"HeartbeatInterval\",\"value\":\"77\"}"))
                .isEqualTo("Accepted");
        assertThat(ask("ChangeConfiguration", "{\"key\":\"HeartbeatInterval\",\"value\":\"soon\"}"))
                .isEqualTo("Rejected");
        assertThat(ask("ChangeConfiguration", "{\"key\":\"NumberOfConnectors\",\"value\":\"9\"}"))
                .isEqualTo("Rejected");
        assertThat(ask("ChangeConfiguration", "{\"key\":\"Colour\",\"value\":\"red\"}"))
                .isEqualTo("NotSupported");

        JsonNode answer = call("GetConfiguration", "{\"key\":[\"HeartbeatInterval\",\"Colour\"]}");
        assertThat(answer.at("/configurationKey/0/value").asText()).isEqualTo("77");
        assertThat(answer.at("/unknownKey/0").asText()).isEqualTo("Colour");
        assertThat(call("GetConfiguration", "{}").path("configurationKey")).hasSizeGreaterThan(15);
    }

    @Test
    void keepsALocalList() {
        assertThat(call("GetLocalListVersion", "{}").path("listVersion").asInt())
                .isZero();
        String entry = "{\"idTag\":\"TAG1\",\"idTagInfo\":{\"status\":\"Accepted\"}}";
        assertThat(ask(
                        "SendLocalList",
                        "{\"listVersion\":5,\"updateType\":\"Full\",\"localAuthorizationList\":[" + entry + "]}"))
                .isEqualTo("Accepted");
        assertThat(ask("SendLocalList", "{\"listVersion\":5,\"updateType\":\"Differential\"}"))
                .isEqualTo("VersionMismatch");
        assertThat(call("GetLocalListVersion", "{}").path("listVersion").asInt())
                .isEqualTo(5);
        ask("ChangeConfiguration", "{\"key\":\"LocalAuthListEnabled\",\"value\":\"false\"}");
        assertThat(ask("SendLocalList", "{\"listVersion\":6,\"updateType\":\"Full\"}"))
                .isEqualTo("NotSupported");
    }

    @Test
    void keepsAConnectorForWhoReservedIt() {
        assertThat(reserve(1, 7)).isEqualTo("Accepted");
        assertThat(reserve(1, 8)).isEqualTo("Occupied");
        assertThat(reserve(1, 7)).isEqualTo("Accepted");
        assertThat(reserve(9, 9)).isEqualTo("Rejected");
        assertThat(ask("CancelReservation", "{\"reservationId\":99}")).isEqualTo("Rejected");

        station.start(1, "tag1", 0);

        assertThat(central.calls("StartTransaction")
                        .getFirst()
                        .at("/3/reservationId")
                        .asInt())
                .isEqualTo(7);
        assertThat(ask("CancelReservation", "{\"reservationId\":7}")).isEqualTo("Rejected");
        assertThat(reserve(1, 10)).isEqualTo("Occupied");
        assertThat(ask("ChangeAvailability", "{\"connectorId\":2,\"type\":\"Inoperative\"}"))
                .isEqualTo("Accepted");
        assertThat(reserve(2, 11)).isEqualTo("Unavailable");
        assertThat(ask("RemoteStartTransaction", "{\"idTag\":\"T\",\"connectorId\":2}"))
                .isEqualTo("Rejected");
        assertThat(ask("ChangeAvailability", "{\"connectorId\":1,\"type\":\"Inoperative\"}"))
                .isEqualTo("Scheduled");
        await().untilAsserted(() -> assertThat(central.calls("StatusNotification"))
                .extracting(status -> status.at("/3/status").asText())
                .contains("Reserved", "Unavailable"));
    }

    @Test
    void stacksChargingProfiles() {
        assertThat(profile(0, 1, 0, "ChargePointMaxProfile", "20.0", "10.0")).isEqualTo("Accepted");
        assertThat(profile(1, 2, 0, "ChargePointMaxProfile", "1", "1")).isEqualTo("Rejected");
        assertThat(profile(1, 3, 0, "TxProfile", "1", "1")).isEqualTo("Rejected");
        assertThat(profile(1, 4, 1, "TxDefaultProfile", "6.5", "6.5")).isEqualTo("Accepted");
        assertThat(profile(1, 5, 2, "TxDefaultProfile", "16.5", "32")).isEqualTo("Accepted");

        JsonNode composite = call("GetCompositeSchedule", "{\"connectorId\":1,\"duration\":900}");
        assertThat(composite.at("/chargingSchedule/chargingSchedulePeriod"))
                .extracting(period -> period.path("startPeriod").asInt() + " "
                        + period.path("limit").decimalValue())
                .containsExactly("0 16.5", "600 10.0");

        assertThat(ask("ClearChargingProfile", "{\"id\":99}")).isEqualTo("Unknown");
        assertThat(ask("ClearChargingProfile", "{}")).isEqualTo("Accepted");
        assertThat(call("GetCompositeSchedule", "{\"connectorId\":1,\"duration\":900}")
                        .has("chargingSchedule"))
                .isFalse();
    }

    @Test
    void tellsHowItsUploadsAndUpdatesGoOn() {
        String at = "\"2026-11-21T03:00:00Z\"";
        assertThat(call("GetDiagnostics", "{\"location\":\"ftp://x/y\"}")
                        .path("fileName")
                        .asText())
                .isEqualTo("diagnostics.txt");
        call("UpdateFirmware", "{\"location\":\"ftp://x/y\",\"retrieveDate\":" + at + "}");
        assertThat(ask(
                        "GetLog",
                        "{\"log\":{\"remoteLocation\":\"ftp://x\"},\"logType\":\"SecurityLog\",\"requestId\":3}"))
                .isEqualTo("Accepted");
        assertThat(ask(
                        "SignedUpdateFirmware",
                        "{\"requestId\":4,\"firmware\":{\"location\":\"ftp://x\",\"retrieveDateTime\":" + at
                                + ",\"signingCertificate\":\"PEM\",\"signature\":\"s\"}}"))
                .isEqualTo("Accepted");

        await().untilAsserted(() -> {
            assertThat(statuses("DiagnosticsStatusNotification")).containsExactly("Uploading", "Uploaded");
            assertThat(statuses("FirmwareStatusNotification"))
                    .containsExactly("Downloading", "Downloaded", "Installing", "Installed");
            assertThat(statuses("LogStatusNotification")).containsExactly("Uploading", "Uploaded");
            assertThat(statuses("SignedFirmwareStatusNotification")).endsWith("Installed");
        });
    }

    @Test
    void keepsCertificates() {
        String type = "\"certificateType\":\"CentralSystemRootCertificate\"";
        assertThat(ask("GetInstalledCertificateIds", "{" + type + "}")).isEqualTo("NotFound");
        assertThat(ask("InstallCertificate", "{" + type + ",\"certificate\":\"junk\"}"))
                .isEqualTo("Rejected");
        assertThat(ask("InstallCertificate", "{" + type + ",\"certificate\":\"-----BEGIN CERTIFICATE-----\"}"))
                .isEqualTo("Accepted");
        JsonNode hashes = call("GetInstalledCertificateIds", "{" + type + "}").at("/certificateHashData/0");
        assertThat(ask("DeleteCertificate", "{\"certificateHashData\":" + hashes + "}"))
                .isEqualTo("Accepted");
        assertThat(ask("DeleteCertificate", "{\"certificateHashData\":" + hashes + "}"))
                .isEqualTo("NotFound");
        assertThat(ask("CertificateSigned", "{\"certificateChain\":\"-----BEGIN CERTIFICATE-----\"}"))
                .isEqualTo("Accepted");
    }

    @Test
    void saysWhatItIsTriggeredToSayAfterItsAnswer() {
        for (String message : List.of("BootNotification", "Heartbeat", "MeterValues", "StatusNotification")) {
            assertThat(ask("TriggerMessage", "{\"requestedMessage\":\"" + message + "\",\"connectorId\":1}"))
                    .isEqualTo("Accepted");
            await().until(() -> !central.calls(message).isEmpty());
        }
        assertThat(ask("ExtendedTriggerMessage", "{\"requestedMessage\":\"SignChargePointCertificate\"}"))
                .isEqualTo("Accepted");
        await().until(() -> !central.calls("SignCertificate").isEmpty());
        assertThat(ask("TriggerMessage", "{\"requestedMessage\":\"Heartbeat\",\"connectorId\":9}"))
                .isEqualTo("Rejected");
    }

    @Test
    void servesTheRestOfCore() {
        assertThat(ask("ClearCache", "{}")).isEqualTo("Accepted");
        assertThat(ask("UnlockConnector", "{\"connectorId\":1}")).isEqualTo("Unlocked");
        assertThat(ask("UnlockConnector", "{\"connectorId\":9}")).isEqualTo("NotSupported");
        assertThat(ask("DataTransfer", "{\"vendorId\":\"acme\"}")).isEqualTo("UnknownVendorId");
        assertThat(ask("Reset", "{\"type\":\"Hard\"}")).isEqualTo("Accepted");
        await().until(() -> !central.calls("BootNotification").isEmpty());
    }

    private String reserve(int connector, int id) {
        return ask(
                "ReserveNow",
                "{\"connectorId\":%d,\"expiryDate\":\"2099-01-01T00:00:00Z\",\"idTag\":\"TAG1\",\"reservationId\":%d}"
                        .formatted(connector, id));
    }

    private String profile(int connector, int id, int level, String purpose, String limit, String later) {
        return ask(
                "SetChargingProfile",
                "{\"connectorId\":%d,\"csChargingProfiles\":%s}"
                        .formatted(connector, PROFILE.formatted(id, level, purpose, limit, later)));
    }

    private List<String> statuses(String action) {
        return central.calls(action).stream()
                .map(call -> call.at("/3/status").asText())
                .toList();
    }

    private String ask(String action, String request) {
        return call(action, request).path("status").asText();
    }

    private JsonNode call(String action, String request) {
        schemas.check(action + ".req", request);
        try {
            JsonNode answer = central.call(action, request).get(2);
            schemas.check(action + ".conf", answer);
            return answer;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
