package io.voltledger.ocpp;

import io.voltledger.ocpp.security.Limits;
import io.voltledger.ocpp.security.TlsSettings;
import io.voltledger.ocpp.socket.SocketSettings;
import java.time.Duration;

/** Settings under which tests need not wait. */
final class Settings {

    private Settings() {}

    static SocketSettings impatient(SocketSettings usual) {
        return new SocketSettings(
                usual.host(),
                usual.port(),
                usual.path(),
                usual.defaultProtocol(),
                usual.maxFrameBytes(),
                usual.maxQueuedFrames(),
                usual.maxQueuedCalls(),
                Duration.ofMillis(300),
                usual.messageTimeout(),
                Duration.ofMillis(200),
                Duration.ofMillis(600),
                Duration.ofMillis(800),
                usual.callTimeout(),
                usual.tls(),
                usual.limits());
    }

    static SocketSettings messagesWithin(SocketSettings usual, Duration time) {
        return new SocketSettings(
                usual.host(),
                usual.port(),
                usual.path(),
                usual.defaultProtocol(),
                usual.maxFrameBytes(),
                usual.maxQueuedFrames(),
                usual.maxQueuedCalls(),
                usual.handshakeTimeout(),
                time,
                usual.pingInterval(),
                usual.deadAfter(),
                usual.deadAfterWithoutPong(),
                usual.callTimeout(),
                usual.tls(),
                usual.limits());
    }

    static SocketSettings with(SocketSettings usual, TlsSettings tls, Limits limits) {
        return new SocketSettings(
                usual.host(),
                usual.port(),
                usual.path(),
                usual.defaultProtocol(),
                usual.maxFrameBytes(),
                usual.maxQueuedFrames(),
                usual.maxQueuedCalls(),
                usual.handshakeTimeout(),
                usual.messageTimeout(),
                usual.pingInterval(),
                usual.deadAfter(),
                usual.deadAfterWithoutPong(),
                usual.callTimeout(),
                tls,
                limits);
    }
}
