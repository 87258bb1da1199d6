package io.voltledger.simulators.station;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How a simulated station reaches its central system.
 *
 * @param url of the OCPP endpoint without the station's id: {@code ws://127.0.0.1:8180/ocpp}
 * @param id the station's identity, any characters
 * @param protocol the WebSocket subprotocol offered
 * @param identity what the station shows of itself
 * @param answerTimeout how long an answer is waited for; then the call counts as lost
 * @param retryDelay pause before a call that failed is sent again, and between attempts to connect
 * @param patience how long the blocking methods wait, over all retries and outages
 * @param memory how many acknowledged calls are kept to be asked for
 * @param observer is told each acknowledged call, on a network thread
 * @param clock tells the times in its reports
 * @param log takes a line for people about everything sent and received
 */
public record StationSettings(
        URI url,
        String id,
        String protocol,
        StationIdentity identity,
        Duration answerTimeout,
        Duration retryDelay,
        Duration patience,
        int memory,
        Consumer<Acknowledged> observer,
        Clock clock,
        Consumer<String> log) {

    private static final int USUAL_MEMORY = 100_000;

    public static StationSettings of(URI url, String id) {
        return new StationSettings(
                url,
                id,
                "ocpp1.6",
                StationIdentity.NONE,
                Duration.ofSeconds(30),
                Duration.ofMillis(500),
                Duration.ofSeconds(60),
                USUAL_MEMORY,
                call -> {},
                Clock.systemUTC(),
                line -> {});
    }

    public StationSettings withIdentity(StationIdentity other) {
        return new StationSettings(
                url, id, protocol, other, answerTimeout, retryDelay, patience, memory, observer, clock, log);
    }

    public StationSettings withAnswerTimeout(Duration other) {
        return new StationSettings(
                url, id, protocol, identity, other, retryDelay, patience, memory, observer, clock, log);
    }

    public StationSettings withRetryDelay(Duration other) {
        return new StationSettings(
                url, id, protocol, identity, answerTimeout, other, patience, memory, observer, clock, log);
    }

    public StationSettings withPatience(Duration other) {
        return new StationSettings(
                url, id, protocol, identity, answerTimeout, retryDelay, other, memory, observer, clock, log);
    }

    public StationSettings withLog(Consumer<String> other) {
        return new StationSettings(
                url, id, protocol, identity, answerTimeout, retryDelay, patience, memory, observer, clock, other);
    }

    /** For one of thousands of stations: it keeps nothing, and tells the observer. */
    public StationSettings withObserver(Consumer<Acknowledged> other) {
        return new StationSettings(
                url, id, protocol, identity, answerTimeout, retryDelay, patience, 0, other, clock, log);
    }

    public StationSettings withClock(Clock other) {
        return new StationSettings(
                url, id, protocol, identity, answerTimeout, retryDelay, patience, memory, observer, other, log);
    }

    URI socketUrl() {
        String segment = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        String base = url.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + segment);
    }

    int port() {
        int usual = "wss".equals(url.getScheme()) ? 443 : 80;
        return url.getPort() < 0 ? usual : url.getPort();
    }
}
