package io.voltledger.ocpp;

import io.voltledger.ocpp.messages.MessageLogSettings;
import io.voltledger.ocpp.security.Limits;
import io.voltledger.ocpp.security.TlsSettings;
import io.voltledger.ocpp.socket.SocketSettings;
import io.voltledger.ocpp.socket.UnknownStations;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the gateway runs.
 *
 * @param node unique for each gateway process; commands to stations find it by this name
 * @param host address to listen on
 * @param port 0 takes a free one
 * @param path stations connect at {@code path/{stationId}}
 * @param unknownStations whether a station that is not registered is refused, waits for an operator, or is registered
 * @param zone of stations that are registered because they came
 * @param defaultProtocol for a station that offers no subprotocol; empty refuses it
 * @param transactionSecret makes OCPP 1.6 transaction ids; the same for every node and for ever
 * @param heartbeatInterval what stations are told at boot
 * @param commandTimeout how long one attempt to record something may take
 * @param factPatience how long a start, reading or stop is tried before the station is left to send it again
 * @param callTimeout how long a station may take to answer
 * @param handshakeTimeout from the accepted connection to the complete request
 * @param messageTimeout from the first byte of a station's message to its last
 * @param pingInterval silence after which a station is pinged
 * @param deadAfter silence after which a station counts as gone; where it never answered a ping, at least two and a half
 *     heartbeat intervals
 * @param maxFrame largest message of a station
 * @param maxQueuedFrames calls of one station that wait before its socket is no longer read
 * @param maxQueuedCalls calls to one station that wait
 * @param aftermathInterval how often is looked for commands and stations that this node left behind when it died
 * @param securityProfile demanded of stations for which an operator demanded no other: 0 to 3
 * @param tls the encrypted port
 * @param limits how much stations may do
 * @param messages how the message log is kept
 */
@Validated
@ConfigurationProperties("voltledger.ocpp")
public record OcppSettings(
        @NotBlank String node,
        @NotBlank String host,
        @Min(0) @Max(65_535) int port,
        @NotBlank String path,
        @NotNull UnknownStations unknownStations,
        @NotNull ZoneId zone,
        @Nullable String defaultProtocol,
        @Size(min = 16) String transactionSecret,
        @NotNull Duration heartbeatInterval,
        @NotNull Duration commandTimeout,
        @NotNull Duration factPatience,
        @NotNull Duration callTimeout,
        @NotNull Duration handshakeTimeout,
        @NotNull Duration messageTimeout,
        @NotNull Duration pingInterval,
        @NotNull Duration deadAfter,
        @NotNull DataSize maxFrame,
        @Min(1) int maxQueuedFrames,
        @Min(1) int maxQueuedCalls,
        @NotNull Duration aftermathInterval,
        @Min(0) @Max(3) int securityProfile,
        @NotNull @Valid TlsSettings tls,
        @NotNull @Valid Limits limits,
        @NotNull @Valid MessageLogSettings messages) {

    SocketSettings sockets() {
        Duration quiet = heartbeatInterval.multipliedBy(5).dividedBy(2);
        return new SocketSettings(
                host,
                port,
                path,
                defaultProtocol,
                Math.toIntExact(maxFrame.toBytes()),
                maxQueuedFrames,
                maxQueuedCalls,
                handshakeTimeout,
                messageTimeout,
                pingInterval,
                deadAfter,
                quiet.compareTo(deadAfter) > 0 ? quiet : deadAfter,
                callTimeout,
                tls,
                limits);
    }
}
