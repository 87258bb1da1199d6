package io.voltledger.ocpp.v201;

import static org.assertj.core.api.Assertions.assertThat;

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
    private final boolean given;

    private Schemas201() {
        given = false;
    }

    private Schemas201(Path file) throws IOException {
        given = true;
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
        for (JsonNode schema : new ObjectMapper().readTree(file.toFile())) {
            schemas.put(schema.path("$id").asText(), registry.getSchema(schema.toString(), InputFormat.JSON));
        }
    }

    /** From the folder that the system property {@code ocpp.schemas} names; without it nothing is checked against them. */
    static Schemas201 asGiven() {
        String folder = System.getProperty("ocpp.schemas", "");
        try {
            return folder.isEmpty() ? new Schemas201() : new Schemas201(Path.of(folder, "ocpp2_0_1.json"));
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
        if (!given) {
            return;
        }
        Schema schema = schemas.get(id);
        assertThat(schema).as(id).isNotNull();
        assertThat(schema.validate(json, InputFormat.JSON)).as(id + " " + json).isEmpty();
    }
}
