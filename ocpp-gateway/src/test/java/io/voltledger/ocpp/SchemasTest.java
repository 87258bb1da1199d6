package io.voltledger.ocpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.voltledger.api.session.SessionCommand.StopSession;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.IdToken;
import io.voltledger.api.token.TokenCommand.AuthorizeToken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every answer on the wire agrees with the schemas that the Open Charge Alliance publishes. */
class SchemasTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AT = "\"timestamp\":\"2026-11-21T02:59:00Z\"";

    private final Map<String, Schema> schemas = new HashMap<>();
    private final Platform platform = new Platform();
    private final RunningGateway gateway = RunningGateway.before(platform);
    private final RawStation station = RawStation.connect(gateway);

    @BeforeEach
    void readSchemas() throws IOException {
        String folder = System.getProperty("ocpp.schemas", "");
        assumeFalse(folder.isEmpty(), "The system property ocpp.schemas names no folder of OCPP's JSON schemas");
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
        for (JsonNode schema : JSON.readTree(Path.of(folder, "ocpp1_6.json").toFile())) {
            schemas.put(schema.path("$id").asText(), registry.getSchema(schema.toString(), InputFormat.JSON));
        }
        assertThat(schemas).containsKey("urn:StartTransaction.conf");
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
        assertThat(errors("urn:" + action + ".req", request)).isEmpty();
        JsonNode answer = station.call("1", action, request);
        assertThat(errors("urn:" + action + ".conf", answer.toString())).isEmpty();
        return answer;
    }

    private String errors(String id, String json) {
        Schema schema = schemas.get(id);
        assertThat(schema).as(id).isNotNull();
        var errors = schema.validate(json, InputFormat.JSON);
        return errors.isEmpty() ? "" : id + ": " + errors;
    }
}
