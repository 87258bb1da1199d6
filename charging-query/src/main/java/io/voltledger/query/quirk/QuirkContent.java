package io.voltledger.query.quirk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.voltledger.api.quirk.QuirkProfile;
import io.voltledger.runtime.AxonJson;

/** A quirk profile's content in its column: the JSON of its event. */
final class QuirkContent {

    private static final ObjectMapper MAPPER = AxonJson.mapper();

    private QuirkContent() {}

    static String write(QuirkProfile content) {
        try {
            return MAPPER.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the quirk profile " + content.name(), e);
        }
    }

    static QuirkProfile read(String json) {
        try {
            return MAPPER.readValue(json, QuirkProfile.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read a stored quirk profile", e);
        }
    }
}
