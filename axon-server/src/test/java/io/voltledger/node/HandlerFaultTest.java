package io.voltledger.node;

import static io.voltledger.node.CommandCalls.command;
import static io.voltledger.node.CommandCalls.handle;
import static io.voltledger.node.CommandCalls.payload;
import static io.voltledger.node.CommandCalls.send;
import static io.voltledger.node.CommandCalls.text;
import static io.voltledger.node.QueryCalls.all;
import static io.voltledger.node.QueryCalls.answering;
import static io.voltledger.node.QueryCalls.query;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.voltledger.node.FaultProxy.Way;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Handlers, processors and those who ask them, over a line that fails. */
class HandlerFaultTest extends FaultTest {

    private static CompletableFuture<CommandResponse> done() {
        return CompletableFuture.completedFuture(text("done"));
    }

    @Test
    void handlesEveryCommandAtMostOnceAcrossCuts() throws Exception {
        var handled = new CopyOnWriteArrayList<String>();
        var handler = through("handler");
        handle(handler, "Start", command -> {
            handled.add(payload(command));
            return done();
        });
        var sender = connect("sender");
        for (var round = 0; round < 5; round++) {
            var name = "round " + round + " try ";
            cut(handler);
            var tries = IntStream.iterate(0, i -> i + 1).iterator();
            await().until(() -> send(sender, command("Start", name + tries.next()))
                    .getErrorCode()
                    .isEmpty());
        }
        assertThat(handled).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void keepsAHandlerWhoseDispatcherIsCutOff() throws Exception {
        var received = new CopyOnWriteArrayList<Command>();
        var answer = new CompletableFuture<CommandResponse>();
        handle(connect("handler"), "Start", command -> {
            received.add(command);
            return received.size() == 1 ? answer : done();
        });
        var lost = through("dispatcher").commandChannel().sendCommand(command("Start", ""));
        await().until(() -> received.size() == 1);
        line.cut();
        answer.complete(text("late"));

        boolean failed = result(lost.handle((response, failure) ->
                failure != null || !response.getErrorCode().isEmpty()));
        assertThat(failed).isTrue();
        assertThat(send(connect("sender"), command("Start", "")).getErrorCode()).isEmpty();
        await().until(() -> Http.metric(node, "node_commands_pending") == 0);
    }

    @Test
    void answersQueriesAgainAfterACut() throws Exception {
        var handler = through("handler");
        QueryCalls.handle(handler, answering("found"));
        var asker = connect("asker").queryChannel();
        cut(handler);

        await().untilAsserted(() -> assertThat(all(asker.query(query("Find"))))
                .extracting(QueryCalls::text)
                .containsExactly("found"));
    }

    @Test
    void endsASubscriptionOnBothSidesWhenItsLineIsCut() throws Exception {
        var publisher = new Publisher();
        QueryCalls.handle(connect("handler"), publisher);
        var subscription = through("asker")
                .queryChannel()
                .subscriptionQuery(query("Find"), SerializedObject.getDefaultInstance(), 64, 16);
        await().until(() -> !publisher.subscribers.isEmpty());
        line.cut();

        await().untilTrue(publisher.unsubscribed);
        await().until(() -> subscription.updates().isClosed());
    }

    @Test
    void steersAProcessorAgainAfterACut() {
        var application = through("billing");
        var processor = FakeProcessor.with(1, 1).in(application);
        var processors = "/v1/components/billing/processors";
        await().until(() -> Http.get(node.httpPort(), processors).body().contains("segmentId"));
        cut(application);
        await().until(() -> Http.get(node.httpPort(), processors).body().contains("segmentId"));

        await().until(() -> Http.patch(node.httpPort(), processors + "/bills/segments/split") == 200);
        assertThat(processor.told).contains("split 0");
    }

    @Test
    void leavesABlackHoleByHeartbeats() throws Exception {
        patience = Duration.ofSeconds(1);
        restartNode();
        var handler = through("handler");
        handler.controlChannel().enableHeartbeat(100, 300, MILLISECONDS);
        handle(handler, "Start", command -> done());
        var before = line.accepted();
        line.swallow();

        await().until(() -> line.accepted() > before);
        await().until(() ->
                send(connect("sender"), command("Start", "")).getErrorCode().isEmpty());
    }

    /** The application is back under the same name before the node has missed it. */
    @Test
    void failsCommandsThatABlackHoleHolds() throws Exception {
        patience = Duration.ofSeconds(1);
        restartNode();
        var received = new CopyOnWriteArrayList<Command>();
        var handler = through("handler");
        handler.controlChannel().enableHeartbeat(100, 300, MILLISECONDS);
        handle(handler, "Start", command -> {
            received.add(command);
            return new CompletableFuture<>();
        });
        var lost = connect("sender").commandChannel().sendCommand(command("Start", ""));
        await().until(() -> received.size() == 1);
        line.swallow();

        assertThat(result(lost).getErrorCode()).isEqualTo("AXONIQ-4001");
    }

    @Test
    void staysConnectedOverASlowLine() throws Exception {
        var handler = through("handler");
        handle(handler, "Start", command -> done());
        line.delay(Way.TO_CLIENT, Duration.ofMillis(40));
        line.delay(Way.TO_NODE, Duration.ofMillis(40));
        var sender = connect("sender").commandChannel();
        var sent = IntStream.range(0, 50)
                .mapToObj(i -> sender.sendCommand(command("Start", "" + i)))
                .toList();

        assertThat(sent.stream().map(NodeTest::result))
                .extracting(CommandResponse::getErrorCode)
                .containsOnly("");
        assertThat(line.accepted()).isEqualTo(1);
    }

    @Test
    void comesBackWhenTheNodeWasAwayForAWhile() throws Exception {
        var handler = through("handler");
        handle(handler, "Start", command -> done());
        line.refuse(true);
        line.cut();
        restartNode();
        line.refuse(false);

        await().until(() ->
                send(connect("sender"), command("Start", "")).getErrorCode().isEmpty());
        assertThat(handler.isConnected()).isTrue();
    }
}
