package io.voltledger.node.event;

import com.google.protobuf.CodedOutputStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.voltledger.node.store.StoredEvent;
import io.voltledger.node.wire.Wire;
import io.voltledger.node.wire.WireBytes;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes stored events as events with their tokens, without reading them. */
final class TokenedEvents {

    private TokenedEvents() {}

    static WireBytes toWire(StoredEvent event) {
        var field = EventWithToken.TOKEN_FIELD_NUMBER;
        var prefix = Wire.prefix(EventWithToken.EVENT_FIELD_NUMBER, event.bytes().length);
        var token = CodedOutputStream.computeInt64Size(field, event.token());
        var head = new byte[token + prefix.length];
        try {
            CodedOutputStream.newInstance(head, 0, token).writeInt64(field, event.token());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.arraycopy(prefix, 0, head, token, prefix.length);
        return new WireBytes(head, event.bytes());
    }
}
