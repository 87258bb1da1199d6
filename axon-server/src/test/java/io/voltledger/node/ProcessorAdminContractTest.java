package io.voltledger.node;

import static io.voltledger.node.FakeProcessor.NAME;
import static io.voltledger.node.FakeProcessor.TOKEN_STORE;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.ResultStream;
import io.axoniq.axonserver.connector.admin.AdminChannel;
import io.axoniq.axonserver.grpc.admin.EventProcessor;
import io.axoniq.axonserver.grpc.admin.LoadBalancingStrategy;
import io.axoniq.axonserver.grpc.admin.Result;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Event processors through the official connector's administration. */
class ProcessorAdminContractTest extends NodeTest {

    private AdminChannel admin(AxonServerConnection connection, FakeProcessor... processors) {
        var admin = connection.adminChannel();
        await().until(() -> list(admin.eventProcessors()).stream()
                        .mapToInt(EventProcessor::getClientInstanceCount)
                        .sum()
                == processors.length);
        return admin;
    }

    private static List<EventProcessor> list(ResultStream<EventProcessor> stream) throws InterruptedException {
        var all = new ArrayList<EventProcessor>();
        while (stream.nextIfAvailable(5, SECONDS) instanceof EventProcessor next) {
            all.add(next);
        }
        return all;
    }

    private static Status.Code failure(CompletableFuture<?> outcome) {
        return Status.fromThrowable(catchThrowable(() -> result(outcome))).getCode();
    }

    @Test
    void describesProcessorsWithAllTheirInstances() throws InterruptedException {
        var one = connect("one");
        var admin = admin(
                one, FakeProcessor.with(10, 2, 2).in(one), FakeProcessor.with(3).in(connect("two")));

        var described = list(admin.eventProcessorsByComponent("one")).getFirst();
        assertThat(described.getIdentifier().getProcessorName()).isEqualTo(NAME);
        assertThat(described.getIdentifier().getTokenStoreIdentifier()).isEqualTo(TOKEN_STORE);
        assertThat(described.getIdentifier().getContextName()).isEqualTo("default");
        assertThat(described.getIsStreaming()).isTrue();
        assertThat(described.getLoadBalancingStrategyName()).isEqualTo("default");
        assertThat(described.getClientInstanceList())
                .extracting(instance -> instance.getMaxCapacity() + " " + instance.getClaimedSegmentCount())
                .containsExactly("12 2", "3 0");
        assertThat(described.getClientInstance(0).getClaimedSegment(1).getClaimedBy())
                .isEqualTo(described.getClientInstance(0).getClientId());
        assertThat(list(admin.eventProcessorsByComponent("three"))).isEmpty();
    }

    @Test
    void answersWhenTheApplicationHasDoneIt() {
        var application = connect("one");
        var processor = FakeProcessor.with(10, 2, 2).in(application);
        var admin = admin(application, processor);
        processor.answer = new CompletableFuture<>();
        var pausing = admin.pauseEventProcessor(NAME, TOKEN_STORE);
        await().until(() -> processor.told.contains("pause"));
        assertThat(pausing).isNotDone();
        processor.answer.complete(true);
        assertThat(result(pausing)).isEqualTo(Result.SUCCESS);

        result(admin.startEventProcessor(NAME, TOKEN_STORE));
        result(admin.splitEventProcessor(NAME, TOKEN_STORE));
        result(admin.mergeEventProcessor(NAME, TOKEN_STORE));
        assertThat(processor.told).containsExactly("pause", "start", "split 1", "merge 1");
    }

    @Test
    void failsAsTheApplicationFails() {
        var application = connect("one");
        var processor = FakeProcessor.with(10, 2, 2).in(application);
        var admin = admin(application, processor);
        processor.answer = CompletableFuture.failedFuture(new IllegalStateException("no"));

        assertThat(failure(admin.splitEventProcessor(NAME, TOKEN_STORE))).isEqualTo(Status.Code.INTERNAL);
        assertThat(failure(admin.splitEventProcessor("other", TOKEN_STORE))).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(failure(admin.splitEventProcessor(NAME, TOKEN_STORE, "other")))
                .isEqualTo(Status.Code.NOT_FOUND);
    }

    @Test
    void waitsForASilentApplicationForAWhile() {
        var application = connect("one");
        var processor = FakeProcessor.with(10, 2, 2).in(application);
        var admin = admin(application, processor);
        processor.answer = new CompletableFuture<>();

        assertThat(failure(admin.pauseEventProcessor(NAME, TOKEN_STORE))).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    }

    @Test
    void movesASegmentToAnInstanceThatHasAFreeThread() throws InterruptedException {
        var one = connect("one");
        var from = FakeProcessor.with(10, 2, 2).in(one);
        var to = FakeProcessor.with(1).in(connect("two"));
        var busy = FakeProcessor.with(0).in(connect("three"));
        var admin = admin(one, from, to, busy);
        var clients = list(admin.eventProcessors()).getFirst().getClientInstanceList();
        var target = clients.stream()
                .filter(client -> client.getClientId().startsWith("two"))
                .findFirst()
                .orElseThrow();

        result(admin.moveEventProcessorSegment(NAME, TOKEN_STORE, 1, target.getClientId()));
        assertThat(from.told).containsExactly("release 1");
        assertThat(to.told).isEmpty();
        var owner = clients.stream()
                .filter(client -> client.getClaimedSegmentCount() > 0)
                .findFirst()
                .orElseThrow();
        result(admin.moveEventProcessorSegment(NAME, TOKEN_STORE, 1, owner.getClientId()));
        assertThat(to.told).isEmpty();
        var full = clients.stream()
                .filter(client -> client.getMaxCapacity() == 0)
                .findFirst()
                .orElseThrow();
        assertThat(failure(admin.moveEventProcessorSegment(NAME, TOKEN_STORE, 1, full.getClientId())))
                .isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(failure(admin.moveEventProcessorSegment(NAME, TOKEN_STORE, 1, "nobody")))
                .isEqualTo(Status.Code.NOT_FOUND);
    }

    @Test
    void balancesOnceByThreads() {
        var one = connect("one");
        var from = FakeProcessor.with(0, 4, 4, 4, 4).in(one);
        var to = FakeProcessor.with(4).in(connect("two"));
        var admin = admin(one, from, to);

        result(admin.loadBalanceEventProcessor(NAME, TOKEN_STORE, "threadNumber"));
        assertThat(from.told).containsExactlyInAnyOrder("release 2", "release 3");
        result(admin.loadBalanceEventProcessor("unknown", TOKEN_STORE, "threadNumber"));
        assertThat(failure(admin.loadBalanceEventProcessor(NAME, TOKEN_STORE, "byGuess")))
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(result(admin.getBalancingStrategies()))
                .extracting(LoadBalancingStrategy::getStrategy)
                .containsExactly("default", "threadNumber");
    }

    @Test
    void remembersAcrossARestartWhatItKeepsBalanced() {
        result(connect("admin").adminChannel().setAutoLoadBalanceStrategy(NAME, TOKEN_STORE, "threadNumber"));
        restartNode();
        var one = connect("one");
        var from = FakeProcessor.with(0, 2, 2).in(one);
        FakeProcessor.with(2).in(connect("two"));

        await().untilAsserted(() -> assertThat(from.told).contains("release 1"));
    }
}
