package io.voltledger.node;

import static io.voltledger.node.CommandCalls.command;
import static io.voltledger.node.CommandCalls.handle;
import static io.voltledger.node.CommandCalls.payload;
import static io.voltledger.node.CommandCalls.routed;
import static io.voltledger.node.CommandCalls.send;
import static io.voltledger.node.CommandCalls.text;
import static io.voltledger.node.CommandCalls.urgent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CommandContractTest extends NodeTest {

    @Test
    void carriesACommandAndItsResultUnchanged() throws Exception {
        var received = new CopyOnWriteArrayList<Command>();
        handle(connect("handler"), "Start", command -> {
            received.add(command);
            return CompletableFuture.completedFuture(text("started"));
        });
        var sent = routed("Start", "one");
        var response = send(connect("sender"), sent);

        assertThat(response.getPayload().getData().toStringUtf8()).isEqualTo("started");
        assertThat(response.getRequestIdentifier()).isEqualTo(sent.getMessageIdentifier());
        assertThat(received.getFirst().toBuilder()
                        .clearClientId()
                        .clearComponentName()
                        .build())
                .isEqualTo(sent);
    }

    @Test
    void answersThatNobodyHandlesACommand() {
        var response = send(connect("sender"), command("Unknown", ""));

        assertThat(response.getErrorCode()).isEqualTo("AXONIQ-4000");
        assertThat(response.getErrorMessage().getMessage()).isEqualTo("No Handler for command: Unknown");
    }

    @Test
    void routesOneKeyToOneHandlerAndMovesOnlyWhatMustMove() throws Exception {
        var sender = connect("sender");
        for (var name : List.of("one", "two", "three")) {
            handle(connect(name), "Start", command -> CompletableFuture.completedFuture(text(name)));
        }
        var before = routes(sender);
        assertThat(before.values()).contains("one", "two", "three");
        assertThat(routes(sender)).isEqualTo(before);

        handle(connect("four"), "Start", command -> CompletableFuture.completedFuture(text("four")));
        routes(sender).forEach((key, handler) -> assertThat(handler).isIn(before.get(key), "four"));
    }

    private static Map<String, String> routes(AxonServerConnection sender) {
        var routes = new HashMap<String, String>();
        for (var i = 0; i < 60; i++) {
            var response = send(sender, routed("Start", "key" + i));
            routes.put("key" + i, response.getPayload().getData().toStringUtf8());
        }
        return routes;
    }

    @Test
    void refusesACommandWhoseIdentifierIsInFlight() throws Exception {
        var answer = new CompletableFuture<CommandResponse>();
        var received = new CopyOnWriteArrayList<Command>();
        handle(connect("handler"), "Start", command -> {
            received.add(command);
            return answer;
        });
        var sender = connect("sender").commandChannel();
        var command = command("Start", "");
        var first = sender.sendCommand(command);
        await().until(() -> received.size() == 1);

        assertThat(result(sender.sendCommand(command)).getErrorCode()).isEqualTo("AXONIQ-4005");
        answer.complete(text("done"));
        assertThat(result(first).getErrorCode()).isEmpty();
        assertThat(received).hasSize(1);
    }

    @Test
    void failsCommandsInFlightWhenTheirHandlerGoesAway() throws Exception {
        var received = new CopyOnWriteArrayList<Command>();
        var stuck = RawCommandHandler.connect(node, "stuck", "Start", 1, received::add);
        var sender = connect("sender").commandChannel();
        var sent = sender.sendCommand(command("Start", ""));
        await().until(() -> received.size() == 1);
        stuck.vanish();

        assertThat(result(sent).getErrorCode()).isEqualTo("AXONIQ-4001");
    }

    @Test
    void givesQueuedCommandsToAnotherHandlerWhenOneGoesAway() throws Exception {
        var received = new CopyOnWriteArrayList<Command>();
        var stuck = RawCommandHandler.connect(node, "stuck", "Start", 1, received::add);
        var sender = connect("sender").commandChannel();
        var inFlight = sender.sendCommand(command("Start", "first"));
        await().until(() -> received.size() == 1);
        var queued = sender.sendCommand(command("Start", "second"));
        var handled = ConcurrentHashMap.<String>newKeySet();
        handle(connect("other"), "Other", command -> CompletableFuture.completedFuture(text("other")));
        handle(connect("healthy"), "Start", command -> {
            handled.add(payload(command));
            return CompletableFuture.completedFuture(text("healthy"));
        });
        stuck.vanish();

        assertThat(result(inFlight).getErrorCode()).isEqualTo("AXONIQ-4001");
        assertThat(result(queued).getPayload().getData().toStringUtf8()).isEqualTo("healthy");
        assertThat(handled).containsExactly("second");
    }

    @Test
    void queuesWithoutPermitsByPriorityAndOrder() throws Exception {
        var received = new CopyOnWriteArrayList<String>();
        var slow = RawCommandHandler.connect(node, "slow", "Start", 0, command -> received.add(payload(command)));
        var sender = connect("sender").commandChannel();
        for (var i = 0; i < 3; i++) {
            sender.sendCommand(urgent(command("Start", "low" + i), 1));
            sender.sendCommand(urgent(command("Start", "high" + i), 5));
        }
        await().until(() -> pendingCommands() == 6);
        slow.permit(6);

        await().untilAsserted(
                        () -> assertThat(received).containsExactly("high0", "high1", "high2", "low0", "low1", "low2"));
        slow.vanish();
        await().until(() -> pendingCommands() == 0);
    }

    private double pendingCommands() {
        return Http.metric(node, "node_commands_pending");
    }

    @Test
    void refusesCommandsWhenTenThousandWait() throws Exception {
        var slow = RawCommandHandler.connect(node, "slow", "Start", 0, command -> {});
        var sender = connect("sender").commandChannel();
        var sent = new ArrayList<CompletableFuture<CommandResponse>>();
        for (var i = 0; i < 10_001; i++) {
            sent.add(sender.sendCommand(command("Start", "")));
        }
        assertThat(result(CompletableFuture.anyOf(sent.toArray(CompletableFuture[]::new))))
                .extracting(response -> ((CommandResponse) response).getErrorCode())
                .isEqualTo("AXONIQ-1900");
        await().until(() -> pendingCommands() == 10_000);
        slow.vanish();
        await().until(() -> pendingCommands() == 0);
    }

    @Test
    void sendsNothingToAHandlerThatHasUnsubscribed() throws Exception {
        var handler = connect("handler");
        var registration = handler.commandChannel()
                .registerCommandHandler(command -> CompletableFuture.completedFuture(text("done")), 100, "Start");
        registration.awaitAck(5, TimeUnit.SECONDS);
        result(registration.cancel());

        assertThat(send(connect("sender"), command("Start", "")).getErrorCode()).isEqualTo("AXONIQ-4000");
    }
}
