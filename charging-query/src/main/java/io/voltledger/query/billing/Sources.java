package io.voltledger.query.billing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.voltledger.api.billing.LineSource;
import io.voltledger.runtime.AxonJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a line charges for in its column: the JSON of the event that opened the bill. */
final class Sources {

    private static final ObjectMapper MAPPER = AxonJson.mapper();
    private static final TypeReference<List<LineSource>> LIST = new TypeReference<>() {};

    private Sources() {}

    static @Nullable String write(List<LineSource> sources) {
        try {
            return sources.isEmpty() ? null : MAPPER.writeValueAsString(sources);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the sources of a line", e);
        }
    }

    static List<LineSource> read(@Nullable String json) {
        try {
            return json == null ? List.of() : MAPPER.readValue(json, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read the stored sources of a line", e);
        }
    }
}
