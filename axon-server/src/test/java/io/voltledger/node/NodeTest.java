package io.voltledger.node;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A node of its own for every test, and applications that connect to it. */
abstract class NodeTest {

    static {
        Awaitility.setDefaultTimeout(30, SECONDS);
    }

    @TempDir
    protected Path data;

    protected AxonServerNode node;

    private final List<AxonServerConnectionFactory> applications = new ArrayList<>();

    /** How the node of this test runs. */
    NodeSettings settings() {
        return NodeSettings.in(data).withPorts(0, 0);
    }

    @BeforeEach
    final void startNode() {
        node = AxonServerNode.start(settings());
    }

    @AfterEach
    final void stopNode() {
        node.close();
        applications.parallelStream().forEach(AxonServerConnectionFactory::shutdown);
    }

    final void restartNode() {
        node.close();
        node = AxonServerNode.start(settings());
    }

    final AxonServerConnection connect(String component) {
        return connect(component, "default");
    }

    final AxonServerConnection connect(String component, String context) {
        var connection =
                open(component, context, application -> application.processorInfoUpdateFrequency(200, MILLISECONDS));
        await().until(connection::isConnected);
        return connection;
    }

    /** An application that need not succeed in connecting. */
    final AxonServerConnection open(
            String component, String context, Consumer<AxonServerConnectionFactory.Builder> settings) {
        var builder = AxonServerConnectionFactory.forClient(component)
                .routingServers(new ServerAddress("127.0.0.1", node.grpcPort()))
                .connectTimeout(5, SECONDS);
        settings.accept(builder);
        var factory = builder.build();
        applications.add(factory);
        return factory.connect(context);
    }

    static <T> T result(CompletableFuture<T> future) {
        return future.orTimeout(30, SECONDS).join();
    }

    static void append(AxonServerConnection connection, Event... events) {
        result(connection.eventChannel().appendEvents(events));
    }

    static List<Event> history(AxonServerConnection connection, String aggregate) {
        return connection
                .eventChannel()
                .openAggregateStream(aggregate)
                .asStream()
                .toList();
    }

    static List<EventWithToken> take(EventStream stream, int count) throws InterruptedException {
        var taken = new ArrayList<EventWithToken>();
        while (taken.size() < count && stream.nextIfAvailable(30, SECONDS) instanceof EventWithToken event) {
            taken.add(event);
        }
        return taken;
    }
}
