package io.voltledger.node.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the query of a URI. */
final class Query {

    private Query() {}

    static Map<String, List<String>> parse(@Nullable String raw) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
            var equals = pair.indexOf('=');
            var name = decode(equals < 0 ? pair : pair.substring(0, equals));
            var value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("The query is not well encoded: " + text);
        }
    }
}
