package io.voltledger.query.tariff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.runtime.AxonJson;

/** A tariff's content in its column: the JSON of the event that published it. */
final class TariffContent {

    private static final ObjectMapper MAPPER = AxonJson.mapper();

    private TariffContent() {}

    static String write(Tariff content) {
        try {
            return MAPPER.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the tariff " + content.name(), e);
        }
    }

    static Tariff read(String json) {
        try {
            return MAPPER.readValue(json, Tariff.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read a stored tariff", e);
        }
    }
}
