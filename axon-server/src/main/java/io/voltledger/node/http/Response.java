package io.voltledger.node.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One answer over HTTP.
 *
 * @param status of HTTP
 * @param headers beside the length, each with its value
 * @param body as it is sent
 */
public record Response(int status, Map<String, String> headers, byte[] body) {

    private static final String TYPE = "Content-Type";

    /** An answer whose body is a value in JSON, as Jackson writes it. */
    public static Response json(int status, Object value) {
        return of(status, "application/json", Response.write(value));
    }

    /** An answer of another media type. */
    public static Response of(int status, String type, byte[] body) {
        return new Response(status, Map.of(TYPE, type), body);
    }

    /** An answer in text of a media type. */
    public static Response text(int status, String type, String body) {
        return of(status, type, body.getBytes(UTF_8));
    }

    /** The same answer with one more header. */
    public Response with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, Map.copyOf(more), body);
    }

    static byte[] write(Object value) {
        try {
            return Json.MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not writable as JSON: " + value.getClass(), e);
        }
    }
}
