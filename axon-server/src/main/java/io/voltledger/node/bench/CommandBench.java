package io.voltledger.node.bench;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Commands to a handler that answers at once, and back. */
final class CommandBench {

    private static final String NAME = "io.voltledger.Bench";
    private static final ByteString PAYLOAD = ByteString.copyFrom(new byte[200]);

    private final List<AxonServerConnection> connections;
    private final Duration duration;
    private boolean handling;

    CommandBench(List<AxonServerConnection> connections, Duration duration) {
        this.connections = connections;
        this.duration = duration;
    }

    void roundTrip(int outstanding) throws InterruptedException {
        run(outstanding, duration).print("command round trip, %d outstanding".formatted(outstanding), 1);
    }

    void warmUp(Duration time) throws InterruptedException {
        run(16, time);
    }

    private Latencies run(int outstanding, Duration time) throws InterruptedException {
        handle();
        var senders = connections.subList(1, connections.size());
        return new ClosedLoop(time)
                .run(
                        outstanding,
                        client -> senders.get(client % senders.size())
                                .commandChannel()
                                .sendCommand(command()));
    }

    private void handle() throws InterruptedException {
        if (handling) {
            return;
        }
        try {
            connections
                    .getFirst()
                    .commandChannel()
                    .registerCommandHandler(CommandBench::answer, 100, NAME)
                    .awaitAck(10, TimeUnit.SECONDS);
            handling = true;
        } catch (TimeoutException e) {
            throw new IllegalStateException("The server does not acknowledge the command handler", e);
        }
    }

    private static CompletableFuture<CommandResponse> answer(Command command) {
        return CompletableFuture.completedFuture(CommandResponse.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setPayload(command.getPayload())
                .build());
    }

    private static Command command() {
        return Command.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setName(NAME)
                .setTimestamp(System.currentTimeMillis())
                .setPayload(SerializedObject.newBuilder().setType(NAME).setData(PAYLOAD))
                .build();
    }
}
