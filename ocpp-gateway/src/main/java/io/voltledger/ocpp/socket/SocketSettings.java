package io.voltledger.ocpp.socket;

import io.voltledger.ocpp.security.Limits;
import io.voltledger.ocpp.security.TlsSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How stations' sockets are served.
 *
 * @param port 0 takes a free one
 * @param path under which stations connect, {@code /ocpp}
 * @param defaultProtocol for a station that offers none; absent refuses it
 * @param maxFrameBytes largest message accepted
 * @param maxQueuedFrames calls of one station that wait before its socket is no longer read
 * @param maxQueuedCalls calls to one station that wait
 * @param handshakeTimeout from the accepted connection to the complete request
 * @param messageTimeout from the first byte of a message to its last
 * @param pingInterval silence after which a station is pinged
 * @param deadAfter silence after which a station that answers pings counts as gone
 * @param deadAfterWithoutPong the same for one that never answered a ping
 * @param callTimeout how long a station may take to answer
 * @param tls the encrypted port beside the other
 */
public record SocketSettings(
        String host,
        int port,
        String path,
        @Nullable String defaultProtocol,
        int maxFrameBytes,
        int maxQueuedFrames,
        int maxQueuedCalls,
        Duration handshakeTimeout,
        Duration messageTimeout,
        Duration pingInterval,
        Duration deadAfter,
        Duration deadAfterWithoutPong,
        Duration callTimeout,
        TlsSettings tls,
        Limits limits) {}
