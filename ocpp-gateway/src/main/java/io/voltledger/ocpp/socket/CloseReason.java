package io.voltledger.ocpp.socket;

import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;

/** Why the gateway ends a connection. */
enum CloseReason {
    /** The same station opened another socket. */
    REPLACED(WebSocketCloseStatus.POLICY_VIOLATION, "replaced by a newer connection"),
    /** What the station reported cannot be recorded for now; it keeps it and comes again. */
    NOT_RECORDED(WebSocketCloseStatus.TRY_AGAIN_LATER, "not recorded, send again"),
    /** A message began and did not come to its end. */
    UNFINISHED(WebSocketCloseStatus.POLICY_VIOLATION, "message not complete in time"),
    SILENT(WebSocketCloseStatus.ENDPOINT_UNAVAILABLE, "no sign of life"),
    SHUTDOWN(WebSocketCloseStatus.SERVICE_RESTART, "the gateway stops"),
    NO_COMMON_PROTOCOL(WebSocketCloseStatus.PROTOCOL_ERROR, "no subprotocol in common");

    private final WebSocketCloseStatus status;
    private final String text;

    CloseReason(WebSocketCloseStatus status, String text) {
        this.status = status;
        this.text = text;
    }

    CloseWebSocketFrame frame() {
        return new CloseWebSocketFrame(status, text);
    }

    String text() {
        return text;
    }
}
