package io.voltledger.command.chargepoint;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The text of a request that goes to a station unchanged: numbers keep their form, and nothing is added or left out. */
final class RequestText {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RequestText() {}

    /**
     * @param body in UTF-8; absent or empty for a request without fields
     * @throws IllegalArgumentException where it is no JSON object
     */
    static String of(byte @Nullable [] body) {
        String text = body == null ? "" : decoded(body).strip();
        if (text.isEmpty()) {
            return "{}";
        }
        try {
            if (STRICT.readTree(text).isObject()) {
                return text;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The body is not JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("The body is not a JSON object");
    }

    private static String decoded(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The body is not UTF-8", e);
        }
    }
}
