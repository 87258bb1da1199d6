package io.voltledger.node.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A method and a pattern of a path, and what answers there. A segment such as {@code {context}} stands for any one segment. */
record Route(String method, String pattern, List<String> segments, Handler handler) {

    Route(String method, String pattern, Handler handler) {
        this(method, pattern, split(pattern), handler);
    }

    static List<String> split(String path) {
        return List.of(path.split("/", -1));
    }

    /** Decodes percent signs; a plus stays a plus. */
    static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("The path is not well encoded: " + segment);
        }
    }

    /** What its variables stand for in a path; nothing when the path is another. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        var variables = new HashMap<String, String>();
        for (var i = 0; i < path.size(); i++) {
            var segment = segments.get(i);
            if (isVariable(segment) && !path.get(i).isEmpty()) {
                variables.put(segment.substring(1, segment.length() - 1), decode(path.get(i)));
            } else if (!segment.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    /** Routes with fewer variables are asked first. */
    long variables() {
        return segments.stream().filter(Route::isVariable).count();
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }
}
