package io.voltledger.ocpp.socket;

import io.voltledger.api.chargepoint.StationId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the station's id in the path that it asks for. */
final class StationPath {

    private StationPath() {}

    /**
     * The last segment below the prefix, decoded; a trailing slash, a query and segments between are tolerated. Empty
     * where there is none, or none that can be an id.
     */
    static Optional<StationId> parse(String uri, String prefix) {
        String path = uri.split("[?#]", 2)[0];
        String root = prefix.endsWith("/") ? prefix : prefix + "/";
        if (!path.startsWith(root)) {
            return Optional.empty();
        }
        List<String> segments = Arrays.stream(path.substring(root.length()).split("/"))
                .filter(segment -> !segment.isBlank())
                .toList();
        return segments.isEmpty() ? Optional.empty() : id(segments.getLast());
    }

    private static Optional<StationId> id(String segment) {
        try {
            String decoded = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
            return Optional.of(new StationId(decoded.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
