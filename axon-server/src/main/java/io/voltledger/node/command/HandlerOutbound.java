package io.voltledger.node.command;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.axoniq.axonserver.grpc.command.CommandProviderOutbound;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What comes from a command handler: mostly responses, which are not taken apart. */
sealed interface HandlerOutbound permits HandlerOutbound.Control, Reply {

    /** Everything that is not a plain response. */
    record Control(CommandProviderOutbound message) implements HandlerOutbound {}

    static HandlerOutbound parse(byte[] bytes) {
        try {
            var in = CodedInputStream.newInstance(bytes);
            var tag = in.readTag();
            if (WireFormat.getTagFieldNumber(tag) == CommandProviderOutbound.COMMAND_RESPONSE_FIELD_NUMBER) {
                var response = in.readByteArray();
                if (in.isAtEnd()) {
                    return Reply.parse(response);
                }
            }
            return new Control(CommandProviderOutbound.parseFrom(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("Malformed message of a command handler", e);
        }
    }
}
