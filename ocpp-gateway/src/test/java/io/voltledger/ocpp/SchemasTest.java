package io.voltledger.ocpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.api.session.SessionCommand.StopSession;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.IdToken;
import io.voltledger.api.token.TokenCommand.AuthorizeToken;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every answer on the wire agrees with the schemas that the Open Charge Alliance publishes. */
class SchemasTest {

    private static final String AT = "\"timestamp\":\"2026-11-21T02:59:00Z\"";

    private final OcppSchemas schemas = new OcppSchemas();
    private final Platform platform = new Platform();
    private final RunningGateway gateway = RunningGateway.before(platform);
    private final RawStation station = RawStation.connect(gateway);

    @BeforeEach
    void needsSchemas() {
        assumeTrue(schemas.areThere(), "The system property ocpp.schemas names no folder of OCPP's JSON schemas");
    }

    @AfterEach
    void stop() {
        station.close();
        gateway.close();
    }

    @Test
    void answersAgreeWithTheirSchemas() {
        agrees("BootNotification", "{\"chargePointVendor\":\"acme\",\"chargePointModel\":\"M1\"}");
        agrees("Heartbeat", "{}");
        agrees("StatusNotification", "{\"connectorId\":1,\"errorCode\":\"NoError\",\"status\":\"Available\"}");
        agrees("Authorize", "{\"idTag\":\"TAG1\"}");
        agrees("StartTransaction", "{\"connectorId\":1,\"idTag\":\"TAG1\",\"meterStart\":0," + AT + "}");
        agrees("MeterValues", "{\"connectorId\":1,\"meterValue\":[{" + AT + ",\"sampledValue\":[{\"value\":\"1\"}]}]}");
        agrees("StopTransaction", "{\"transactionId\":7,\"meterStop\":1," + AT + "}");
        agrees("DataTransfer", "{\"vendorId\":\"acme\"}");
        agrees("FirmwareStatusNotification", "{\"status\":\"Downloading\"}");
        agrees("DiagnosticsStatusNotification", "{\"status\":\"Uploaded\"}");
        agrees("LogStatusNotification", "{\"status\":\"Uploading\",\"requestId\":3}");
        agrees("SignedFirmwareStatusNotification", "{\"status\":\"InvalidSignature\",\"requestId\":3}");
        agrees("SecurityEventNotification", "{\"type\":\"TamperDetection\"," + AT + "}");
        agrees("SignCertificate", "{\"csr\":\"-----BEGIN CERTIFICATE REQUEST-----\"}");
    }

    @ParameterizedTest
    @EnumSource(AuthorizationStatus.class)
    void everyAuthorizationAgreesWithItsSchema(AuthorizationStatus status) {
        Authorization authorization =
                new Authorization(status, null, new IdToken("GROUP-1"), Instant.parse("2027-01-01T00:00:00.123456Z"));
        platform.on(AuthorizeToken.class, command -> authorization);
        platform.on(StopSession.class, command -> authorization);

        JsonNode answer = agrees("Authorize", "{\"idTag\":\"TAG1\"}");
        assertThat(answer.at("/idTagInfo/parentIdTag").asText()).isEqualTo("GROUP-1");
        agrees("StopTransaction", "{\"transactionId\":7,\"idTag\":\"TAG1\",\"meterStop\":1," + AT + "}");
    }

    @Test
    void leavesOutAParentThatDoesNotFit() {
        IdToken tooLong = new IdToken("A-GROUP-OF-MORE-THAN-TWENTY");
        platform.on(
                AuthorizeToken.class, command -> new Authorization(AuthorizationStatus.ACCEPTED, null, tooLong, null));

        assertThat(agrees("Authorize", "{\"idTag\":\"TAG1\"}").at("/idTagInfo").has("parentIdTag"))
                .isFalse();
    }

    private JsonNode agrees(String action, String request) {
        schemas.check(action + ".req", request);
        JsonNode answer = station.call("1", action, request);
        schemas.check(action + ".conf", answer.toString());
        return answer;
    }
}
