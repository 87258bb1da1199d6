package io.voltledger.node.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request.
 *
 * @param method in capitals
 * @param path as it was sent, without the query
 * @param route pattern of the route that it matched, empty when there is none
 * @param variables what the pattern's variables stand for, decoded
 * @param parameters of the query, decoded; each with all its values
 * @param headers names in any case, each with all its values
 * @param body as it was sent
 * @param client where it came from
 */
public record Request(
        String method,
        String path,
        String route,
        Map<String, String> variables,
        Map<String, List<String>> parameters,
        Map<String, List<String>> headers,
        byte[] body,
        InetSocketAddress client) {

    /** A variable of the route's pattern, which must have it. */
    public String variable(String name) {
        var value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Route " + route + " has no variable " + name);
        }
        return value;
    }

    /** The first value of a query parameter. */
    public Optional<String> parameter(String name) {
        return first(parameters.get(name));
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .findFirst()
                .flatMap(header -> first(header.getValue()));
    }

    /** The body as JSON; throws a {@link Problem} when it is none. */
    public JsonNode json() {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw Problem.invalid("The body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> first(@org.jspecify.annotations.Nullable List<String> values) {
        return values == null ? Optional.empty() : values.stream().findFirst();
    }
}
