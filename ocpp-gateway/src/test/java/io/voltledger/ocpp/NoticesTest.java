package io.voltledger.ocpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.chargepoint.CertificateRequestCommand.RequestCertificate;
import io.voltledger.api.chargepoint.StationLogCommand.RecordStationNotice;
import io.voltledger.api.chargepoint.StationNotice;
import io.voltledger.api.chargepoint.StationNotice.Kind;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private final Platform platform = new Platform();
    private final RunningGateway gateway = RunningGateway.before(platform);
    private final RawStation station = RawStation.connect(gateway);

    @AfterEach
    void stop() {
        station.close();
        gateway.close();
    }

    @Test
    void recordsEachNotificationAsItCame() {
        station.call("1", "FirmwareStatusNotification", "{\"status\":\"Downloading\"}");
        station.call("2", "DiagnosticsStatusNotification", "{\"status\":\"Zombie\"}");
        station.call("3", "LogStatusNotification", "{\"status\":\"Uploaded\",\"requestId\":7}");
        station.call("4", "SignedFirmwareStatusNotification", "{\"requestId\":8}");
        station.call(
                "5",
                "SecurityEventNotification",
                "{\"type\":\"TamperDetection\",\"timestamp\":\"2026-11-21T02:59:00Z\",\"techInfo\":\"lid\"}");

        assertThat(platform.recorded(RecordStationNotice.class))
                .extracting(RecordStationNotice::notice)
                .containsExactly(
                        new StationNotice(Kind.FIRMWARE_STATUS, "Downloading", null, null, null),
                        new StationNotice(Kind.DIAGNOSTICS_STATUS, "Zombie", null, null, null),
                        new StationNotice(Kind.LOG_STATUS, "Uploaded", 7, null, null),
                        new StationNotice(Kind.SIGNED_FIRMWARE_STATUS, "", 8, null, null),
                        new StationNotice(
                                Kind.SECURITY_EVENT,
                                "TamperDetection",
                                null,
                                "lid",
                                Instant.parse("2026-11-21T02:59:00Z")));
    }

    @Test
    void keepsARequestForACertificateWholeAndKnowsItAgain() {
        String csr = "-----BEGIN CERTIFICATE REQUEST-----\\n" + "A".repeat(5_000);
        String payload = "{\"csr\":\"" + csr + "\"}";

        assertThat(station.call("1", "SignCertificate", payload).path("status").asText())
                .isEqualTo("Accepted");
        station.call("2", "SignCertificate", payload);

        assertThat(platform.recorded(RequestCertificate.class)).hasSize(2);
        assertThat(platform.recorded(RequestCertificate.class))
                .extracting(RequestCertificate::request)
                .containsOnly(
                        platform.recorded(RequestCertificate.class).getFirst().request());
        assertThat(platform.recorded(RequestCertificate.class).getFirst().csr()).isEqualTo(csr.replace("\\n", "\n"));
    }

    @Test
    void rejectsARequestForNoCertificate() {
        assertThat(station.call("1", "SignCertificate", "{}").path("status").asText())
                .isEqualTo("Rejected");
        assertThat(platform.recorded(RequestCertificate.class)).isEmpty();
    }
}
