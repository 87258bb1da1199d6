package io.voltledger.node.command;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.voltledger.node.wire.ErrorCode;
import io.voltledger.node.wire.WireBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * The outcome of a command as bytes that are passed on untouched.
 *
 * @param bytes the serialised response
 * @param request identifier of the command
 */
record Reply(byte[] bytes, String request) implements HandlerOutbound {

    static Reply parse(byte[] bytes) throws IOException {
        var in = CodedInputStream.newInstance(bytes);
        for (var tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == CommandResponse.REQUEST_IDENTIFIER_FIELD_NUMBER) {
                return new Reply(bytes, in.readString());
            }
            in.skipField(tag);
        }
        throw new UncheckedIOException(new IOException("A command response without request identifier"));
    }

    /** The router's own answer to a command that no handler has answered. */
    static Reply failure(String request, ErrorCode code, String text) {
        var response = CommandResponse.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setRequestIdentifier(request)
                .setErrorCode(code.code())
                .setErrorMessage(code.message(text))
                .build();
        return new Reply(response.toByteArray(), request);
    }

    WireBytes toWire() {
        return WireBytes.of(bytes);
    }
}
