package io.voltledger.node;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.ProcessingInstruction;
import io.axoniq.axonserver.grpc.ProcessingKey;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Commands for tests, their handlers and answers. */
final class CommandCalls {

    private CommandCalls() {}

    static Command command(String name, String payload) {
        return Command.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setName(name)
                .setPayload(SerializedObject.newBuilder().setType("text").setData(ByteString.copyFromUtf8(payload)))
                .putMetaData(
                        "actor",
                        MetaDataValue.newBuilder().setTextValue("tester").build())
                .build();
    }

    static Command with(Command command, ProcessingKey key, MetaDataValue value) {
        return command.toBuilder()
                .addProcessingInstructions(
                        ProcessingInstruction.newBuilder().setKey(key).setValue(value))
                .build();
    }

    static Command routed(String name, String key) {
        var value = MetaDataValue.newBuilder().setTextValue(key).build();
        return with(command(name, key), ProcessingKey.ROUTING_KEY, value);
    }

    static Command urgent(Command command, long priority) {
        return with(
                command,
                ProcessingKey.PRIORITY,
                MetaDataValue.newBuilder().setNumberValue(priority).build());
    }

    static String payload(Command command) {
        return command.getPayload().getData().toStringUtf8();
    }

    static CommandResponse text(String payload) {
        return CommandResponse.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setPayload(SerializedObject.newBuilder().setType("text").setData(ByteString.copyFromUtf8(payload)))
                .build();
    }

    static void handle(
            AxonServerConnection application,
            String command,
            Function<Command, CompletableFuture<CommandResponse>> handler)
            throws Exception {
        application
                .commandChannel()
                .registerCommandHandler(handler, 100, command)
                .awaitAck(5, TimeUnit.SECONDS);
    }

    static CommandResponse send(AxonServerConnection from, Command command) {
        return NodeTest.result(from.commandChannel().sendCommand(command));
    }
}
