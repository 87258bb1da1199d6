package io.voltledger.ocpp.socket;

import io.voltledger.ocpp.station.Protocol;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of negotiating the WebSocket subprotocol.
 *
 * @param protocol what is spoken; empty where nothing fits
 * @param echo the station's own spelling of it, to be sent back; absent where it offered none
 */
record Subprotocol(Optional<Protocol> protocol, @Nullable String echo) {

    /**
     * The station's first choice that is known.
     *
     * @param headers of {@code Sec-WebSocket-Protocol}, which may be several, list several, and hold empty entries
     * @param otherwise for a station that offers none
     */
    static Subprotocol negotiate(List<String> headers, List<Protocol> known, @Nullable String otherwise) {
        List<String> offered = headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        if (offered.isEmpty()) {
            return new Subprotocol(find(known, otherwise), null);
        }
        for (String word : offered) {
            Optional<Protocol> protocol = find(known, word);
            if (protocol.isPresent()) {
                return new Subprotocol(protocol, word);
            }
        }
        return new Subprotocol(Optional.empty(), null);
    }

    private static Optional<Protocol> find(List<Protocol> known, @Nullable String name) {
        return known.stream()
                .filter(protocol -> protocol.subprotocol().equalsIgnoreCase(String.valueOf(name)))
                .findFirst();
    }
}
