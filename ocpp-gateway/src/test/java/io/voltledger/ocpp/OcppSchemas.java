package io.voltledger.ocpp;

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

/** The schemas that the Open Charge Alliance publishes for a version of OCPP, 1.6 by itself; none where the property {@code ocpp.schemas} names no folder. */
public final class OcppSchemas {

    private final Map<String, Schema> schemas = new HashMap<>();

    public OcppSchemas() {
        this("ocpp1_6.json");
    }

    /** @param file of one version, in the folder */
    public OcppSchemas(String file) {
        String folder = System.getProperty("ocpp.schemas", "");
        if (!folder.isEmpty()) {
            read(Path.of(folder, file));
            assertThat(schemas).containsKey("Heartbeat.conf");
        }
    }

    private void read(Path file) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
        try {
            for (JsonNode schema : new ObjectMapper().readTree(file.toFile())) {
                schemas.put(
                        schema.path("$id").asText().substring("urn:".length()),
                        registry.getSchema(schema.toString(), InputFormat.JSON));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean areThere() {
        return !schemas.isEmpty();
    }

    /** @param name {@code StartTransaction.conf} */
    public void check(String name, String payload) {
        if (areThere()) {
            Schema schema = Objects.requireNonNull(schemas.get(name), name);
            assertThat(schema.validate(payload, InputFormat.JSON))
                    .as(name + " " + payload)
                    .isEmpty();
        }
    }
}
