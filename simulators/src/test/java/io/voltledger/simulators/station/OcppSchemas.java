package io.voltledger.simulators.station;

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
import java.util.Objects;

/** The schemas that the Open Charge Alliance publishes for OCPP 1.6; none where the property {@code ocpp.schemas} names no folder. */
record OcppSchemas(Map<String, Schema> byName) {

    static OcppSchemas fromProperty() {
        String folder = System.getProperty("ocpp.schemas", "");
        Map<String, Schema> schemas = new HashMap<>();
        if (!folder.isEmpty()) {
            SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
            try {
                for (JsonNode schema : new ObjectMapper()
                        .readTree(Path.of(folder, "ocpp1_6.json").toFile())) {
                    schemas.put(
                            schema.path("$id").asText().substring("urn:".length()),
                            registry.getSchema(schema.toString(), InputFormat.JSON));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new OcppSchemas(schemas);
    }

    void check(String name, JsonNode payload) {
        check(name, payload.toString());
    }

    void check(String name, String payload) {
        if (!byName.isEmpty()) {
            Schema schema = Objects.requireNonNull(byName.get(name), name);
            assertThat(schema.validate(payload, InputFormat.JSON))
                    .as(name + " " + payload)
                    .isEmpty();
        }
    }
}
