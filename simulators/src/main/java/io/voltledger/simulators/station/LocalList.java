package io.voltledger.simulators.station;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** The tags that a station knows without asking. Guarded by its own monitor. */
final class LocalList {

    private final Configuration configuration;
    private final Map<String, JsonNode> entries = new HashMap<>();
    private int version;

    LocalList(Configuration configuration) {
        this.configuration = configuration;
    }

    synchronized Reply version() {
        int shown = configuration.is("LocalAuthListEnabled") ? version : -1;
        return Reply.of(SimulatedStation.object().put("listVersion", shown));
    }

    /** An update must be newer than what is there; an entry of it without information is taken out. */
    synchronized Reply update(JsonNode request) {
        if (!configuration.is("LocalAuthListEnabled")) {
            return Reply.status("NotSupported");
        }
        int wanted = request.path("listVersion").asInt();
        boolean full = request.path("updateType").asText().equals("Full");
        if (!full && wanted <= version) {
            return Reply.status("VersionMismatch");
        }
        if (full) {
            entries.clear();
        }
        request.path("localAuthorizationList").forEach(entry -> {
            String tag = entry.path("idTag").asText();
            if (entry.has("idTagInfo")) {
                entries.put(tag, entry.path("idTagInfo"));
            } else {
                entries.remove(tag);
            }
        });
        version = wanted;
        return Reply.status("Accepted");
    }

    synchronized int size() {
        return entries.size();
    }
}
