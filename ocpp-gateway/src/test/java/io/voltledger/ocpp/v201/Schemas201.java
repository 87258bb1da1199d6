package io.voltledger.ocpp.v201;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The schemas of OCPP 2.0.1 that the Open Charge Alliance publishes. */
final class Schemas201 {

    private final Map<String, Schema> schemas = new HashMap<>();

    private Schemas201(Path file) throws IOException {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
        for (JsonNode schema : new ObjectMapper().readTree(file.toFile())) {
            schemas.put(schema.path("$id").asText(), registry.getSchema(schema.toString(), InputFormat.JSON));
        }
    }

    /** Skips the test where the system property {@code ocpp.schemas} names no folder. */
    static Schemas201 demanded() {
        String folder = System.getProperty("ocpp.schemas", "");
        assumeFalse(folder.isEmpty(), "The system property ocpp.schemas names no folder of OCPP's JSON schemas");
        try {
            return new Schemas201(Path.of(folder, "ocpp2_0_1.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void request(String action, String json) {
        check("urn:" + action + ".req", json);
    }

    void answer(String action, String json) {
        check("urn:" + action + ".conf", json);
    }

    private void check(String id, String json) {
        Schema schema = schemas.get(id);
        assertThat(schema).as(id).isNotNull();
        assertThat(schema.validate(json, InputFormat.JSON)).as(id + " " + json).isEmpty();
    }
}
