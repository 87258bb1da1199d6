package io.voltledger.ocpp.v201;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.token.IdToken;
import io.voltledger.ocpp.station.StationOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens of the remote starts that stations accepted, by the remote start id that their transactions name: a station
 * need not repeat the token. A memory of convenience: a start that comes after a restart of the gateway names its own.
 */
final class RemoteStarts {

    private static final int MAX_REMEMBERED = 10_000;

    private final Map<Key, IdToken> tokens = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, IdToken> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    synchronized void note(StationOrder order, JsonNode answer) {
        JsonNode request = order.request();
        String token = request.at("/idToken/idToken").asText();
        if (order.action().equals("RequestStartTransaction")
                && answer.path("status").asText().equals("Accepted")
                && !token.isBlank()) {
            tokens.put(new Key(order.station(), request.path("remoteStartId").asText()), new IdToken(token));
        }
    }

    /** @param remoteStartId as the station wrote it */
    synchronized Optional<IdToken> token(StationId station, String remoteStartId) {
        return Optional.ofNullable(tokens.get(new Key(station, remoteStartId)));
    }

    private record Key(StationId station, String remoteStartId) {}
}
