package io.voltledger.node;

import static io.voltledger.node.CommandCalls.command;
import static io.voltledger.node.CommandCalls.handle;
import static io.voltledger.node.CommandCalls.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.voltledger.node.access.AccessSettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The node for applications of its own process, which reach it without the network. */
class InProcessTest extends NodeTest {

    private static final String TOKEN = "the-token-of-all-applications";

    @Override
    NodeSettings settings() {
        return super.settings()
                .withSecurity(NodeSecurity.NONE.withAccess(new AccessSettings(TOKEN, "the-token-of-administrators")));
    }

    private AxonServerConnection within(String token) {
        return open(
                "neighbour",
                "default",
                application -> application.token(token).customize(network -> node.inProcessChannel()));
    }

    private AxonServerConnection neighbour() {
        var connection = within(TOKEN);
        await().until(connection::isConnected);
        return connection;
    }

    @Test
    void storesAndStreamsEvents() throws Exception {
        var connection = neighbour();
        append(connection, Events.range("A", 0, 3));
        try (var stream = connection.eventChannel().openStream(-1, 2)) {
            assertThat(take(stream, 3)).hasSize(3);
            append(connection, Events.range("A", 3, 203));

            assertThat(take(stream, 200)).hasSize(200);
        }
        assertThat(history(connection, "A")).hasSize(203);
    }

    @Test
    void showsAnApplicationBehindTheNetworkWhatOneWithinHasStored() {
        append(neighbour(), Events.range("A", 0, 3));
        var distant = open("distant", "default", application -> application.token(TOKEN));

        assertThat(history(distant, "A")).hasSize(3);
    }

    @Test
    void handlesCommandsFromTheNetworkWhileItGrantsPermits() throws Exception {
        var few = open(
                "neighbour",
                "default",
                application ->
                        application.token(TOKEN).commandPermits(16).customize(network -> node.inProcessChannel()));
        var distant = open("distant", "default", application -> application.token(TOKEN));
        try (var threads = Executors.newFixedThreadPool(8)) {
            handle(few, "Start", command -> CompletableFuture.supplyAsync(() -> text("started"), threads));
            var answers = IntStream.range(0, 20_000)
                    .mapToObj(number -> distant.commandChannel().sendCommand(command("Start", "")))
                    .toList();

            assertThat(CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)))
                    .succeedsWithin(Duration.ofSeconds(60));
        }
    }

    @Test
    void routesCommandsFromWithinToWithin() throws Exception {
        var connection = neighbour();
        connection
                .commandChannel()
                .registerCommandHandler(
                        command -> CompletableFuture.completedFuture(CommandResponse.newBuilder()
                                .setRequestIdentifier(command.getMessageIdentifier())
                                .build()),
                        100,
                        "Do")
                .awaitAck(30, TimeUnit.SECONDS);

        var response = result(neighbour()
                .commandChannel()
                .sendCommand(Command.newBuilder().setName("Do").build()));

        assertThat(response.getErrorCode()).isEmpty();
    }

    @Test
    void refusesAWrongTokenFromWithinToo() {
        var connection = within("wrong");

        await().until(connection::isConnectionFailed);
    }
}
