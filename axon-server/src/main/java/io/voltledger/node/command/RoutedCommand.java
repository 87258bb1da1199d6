package io.voltledger.node.command;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.axoniq.axonserver.grpc.ProcessingInstruction;
import io.axoniq.axonserver.grpc.ProcessingKey;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandProviderInbound;
import io.voltledger.node.wire.Wire;
import io.voltledger.node.wire.WireBytes;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A command as the router sees it: its bytes, which are passed on untouched, and what routing decides by.
 *
 * @param bytes the serialised command
 * @param id the message identifier
 * @param name the command's name
 * @param routingKey what consistent routing hashes; the message identifier when the sender gave none
 * @param priority higher goes first
 */
record RoutedCommand(byte[] bytes, String id, String name, String routingKey, long priority) implements HandlerInbound {

    static RoutedCommand parse(byte[] bytes) {
        try {
            return scan(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Malformed command", e);
        }
    }

    private static RoutedCommand scan(byte[] bytes) throws IOException {
        var in = CodedInputStream.newInstance(bytes);
        var id = "";
        var name = "";
        var routingKey = "";
        var priority = 0L;
        for (var tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case Command.MESSAGE_IDENTIFIER_FIELD_NUMBER -> id = in.readString();
                case Command.NAME_FIELD_NUMBER -> name = in.readString();
                case Command.PROCESSING_INSTRUCTIONS_FIELD_NUMBER -> {
                    var instruction = ProcessingInstruction.parseFrom(in.readByteArray());
                    if (instruction.getKey() == ProcessingKey.ROUTING_KEY) {
                        routingKey = instruction.getValue().getTextValue();
                    } else if (instruction.getKey() == ProcessingKey.PRIORITY) {
                        priority = instruction.getValue().getNumberValue();
                    }
                }
                default -> in.skipField(tag);
            }
        }
        return new RoutedCommand(bytes, id, name, routingKey.isEmpty() ? id : routingKey, priority);
    }

    @Override
    public WireBytes toWire() {
        return new WireBytes(Wire.prefix(CommandProviderInbound.COMMAND_FIELD_NUMBER, bytes.length), bytes);
    }
}
