package io.voltledger.node;

import static io.voltledger.node.CommandCalls.routed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.grpc.FlowControl;
import io.axoniq.axonserver.grpc.command.CommandProviderInbound;
import io.axoniq.axonserver.grpc.command.CommandProviderOutbound;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.axoniq.axonserver.grpc.command.CommandServiceGrpc;
import io.axoniq.axonserver.grpc.command.CommandSubscription;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How handlers share commands, and what they hear about their own messages. */
class CommandSharingContractTest extends NodeTest {

    private static final int COMMANDS = 1000;

    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    private RawCommandHandler handler(String client, int loadFactor) throws Exception {
        return RawCommandHandler.connect(
                node, client, "Start", loadFactor, COMMANDS, command -> taken.merge(client, 1, Integer::sum));
    }

    @Test
    void givesHandlersAShareAfterTheirLoadFactorAndZeroIsAHundred() throws Exception {
        var handlers = List.of(handler("heavy", 300), handler("light", 100), handler("unset", 0));
        var sender = connect("sender").commandChannel();
        IntStream.range(0, COMMANDS).forEach(i -> sender.sendCommand(routed("Start", "key " + i)));
        await().until(() -> taken.values().stream().mapToInt(Integer::intValue).sum() == COMMANDS);

        assertThat(taken.get("heavy")).isBetween(450, 750);
        assertThat(taken.get("light")).isBetween(100, 300);
        assertThat(taken.get("unset")).isBetween(100, 300);
        handlers.forEach(RawCommandHandler::vanish);
    }

    private static Stream<CommandProviderOutbound> messages() {
        var subscription = CommandSubscription.newBuilder().setClientId("raw").setCommand("Start");
        return Stream.of(
                CommandProviderOutbound.newBuilder()
                        .setInstructionId("1")
                        .setSubscribe(subscription)
                        .build(),
                CommandProviderOutbound.newBuilder().setSubscribe(subscription).build(),
                CommandProviderOutbound.newBuilder()
                        .setInstructionId("2")
                        .setFlowControl(FlowControl.newBuilder().setPermits(1))
                        .build(),
                CommandProviderOutbound.newBuilder()
                        .setInstructionId("3")
                        .setCommandResponse(CommandResponse.newBuilder().setRequestIdentifier("unknown"))
                        .build(),
                CommandProviderOutbound.newBuilder()
                        .setInstructionId("4")
                        .setUnsubscribe(subscription)
                        .build(),
                CommandProviderOutbound.newBuilder().setInstructionId("5").build());
    }

    @Test
    void acknowledgesEveryMessageThatHasAnIdentifier() {
        var acknowledged = new CopyOnWriteArrayList<String>();
        var channel = NettyChannelBuilder.forAddress("127.0.0.1", node.grpcPort())
                .usePlaintext()
                .build();
        var server = CommandServiceGrpc.newStub(channel)
                .openStream(Observers.<CommandProviderInbound>taking(
                        message -> acknowledged.add(message.getAck().getInstructionId() + " "
                                + message.getAck().getSuccess())));
        messages().forEach(server::onNext);

        await().untilAsserted(() ->
                assertThat(acknowledged).containsExactly("1 true", "2 true", "3 true", "4 true", "5 false"));
        channel.shutdownNow();
    }
}
