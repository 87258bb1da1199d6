package io.voltledger.node;

import io.axoniq.axonserver.grpc.control.NodeInfo;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.voltledger.node.access.ApplicationRoutes;
import io.voltledger.node.access.Applications;
import io.voltledger.node.access.GrpcAccess;
import io.voltledger.node.access.Role;
import io.voltledger.node.command.CommandService;
import io.voltledger.node.event.EventSchedulerService;
import io.voltledger.node.event.EventStoreService;
import io.voltledger.node.http.HttpEndpoint;
import io.voltledger.node.http.Routes;
import io.voltledger.node.platform.Heartbeats;
import io.voltledger.node.platform.PlatformService;
import io.voltledger.node.processor.Balancing;
import io.voltledger.node.processor.ProcessorAdminService;
import io.voltledger.node.processor.ProcessorContext;
import io.voltledger.node.query.QueryService;
import io.voltledger.node.store.EventStore;
import io.voltledger.node.stream.PersistentStreamService;
import io.voltledger.node.wire.Streams;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running node: an event store and message router for one machine that speaks Axon Server's public gRPC API. Applications connect to it with Axon
 * Framework's own connector, whether it runs within their process or in one of its own.
 *
 * <p>Calls run on the network's threads and never wait there: appends are handed to the store's writer, reads to a few reader threads.
 */
public final class AxonServerNode implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AxonServerNode.class);
    private static final int LARGEST_MESSAGE = 4 << 20;
    private static final int READERS = 4;
    private static final int GRACE_SECONDS = 5;

    private final DataDirectory directory;
    private final Contexts contexts;
    private final Guard guard;
    private final ThreadPoolExecutor readers;
    private final Heartbeats heartbeats;
    private final Balancing balancing;
    private final Server server;
    private final Server neighbours;
    private final HttpEndpoint http;
    private boolean closed;

    private AxonServerNode(
            NodeSettings settings, DataDirectory directory, ThreadPoolExecutor readers, Contexts contexts, Guard guard)
            throws IOException {
        this.directory = directory;
        this.readers = readers;
        this.contexts = contexts;
        this.guard = guard;
        heartbeats = new Heartbeats(contexts::clients, settings.heartbeatTimeout());
        balancing = new Balancing(contexts::balancers);
        server = startGrpc(settings);
        neighbours = serving(InProcessServerBuilder.forName(inProcessName()).directExecutor())
                .build()
                .start();
        http = startHttp(settings);
        heartbeats.start();
        balancing.start();
    }

    /** Starts a node; throws {@link NodeStartException} when a port is taken or the data directory cannot be used. */
    public static AxonServerNode start(NodeSettings settings) {
        var directory = DataDirectory.open(settings.data());
        try {
            return start(settings, directory);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static AxonServerNode start(NodeSettings settings, DataDirectory directory) {
        var guard = Guard.open(settings);
        try {
            return start(settings, directory, guard);
        } catch (RuntimeException e) {
            guard.close();
            throw e;
        }
    }

    private static AxonServerNode start(NodeSettings settings, DataDirectory directory, Guard guard) {
        var readers = readers();
        var contexts = Contexts.open(directory, settings, readers);
        try {
            var node = new AxonServerNode(settings, directory, readers, contexts, guard);
            log.info("Node is up: gRPC on {}:{}, HTTP on port {}", settings.host(), node.grpcPort(), node.httpPort());
            return node;
        } catch (IOException e) {
            contexts.close();
            throw new NodeStartException(String.valueOf(e.getMessage()), e);
        }
    }

    private static IOException cannotListen(String what, InetSocketAddress address, IOException cause) {
        var reason =
                cause.getCause() == null ? cause.getMessage() : cause.getCause().getMessage();
        var text = "The node cannot listen on %s:%d for %s: %s"
                .formatted(address.getHostString(), address.getPort(), what, reason);
        return new IOException(text, cause);
    }

    private static ThreadPoolExecutor readers() {
        var threads = Thread.ofPlatform()
                .name("node-reader-", 0)
                .priority(Thread.NORM_PRIORITY)
                .daemon(true)
                .factory();
        return new ThreadPoolExecutor(READERS, READERS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), threads);
    }

    private Server startGrpc(NodeSettings settings) throws IOException {
        var address = new InetSocketAddress(settings.host(), settings.grpcPort());
        try {
            return server(address, settings.heartbeatTimeout()).start();
        } catch (IOException e) {
            throw cannotListen("gRPC", address, e);
        }
    }

    private Server server(InetSocketAddress address, Duration silence) {
        var server = NettyServerBuilder.forAddress(address)
                .directExecutor()
                .maxInboundMessageSize(LARGEST_MESSAGE)
                .keepAliveTime(silence.toMillis(), TimeUnit.MILLISECONDS)
                .keepAliveTimeout(2 * silence.toMillis(), TimeUnit.MILLISECONDS)
                .permitKeepAliveTime(1, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .flowControlWindow(1 << 20);
        guard.encrypt(server);
        return serving(server).build();
    }

    private <S extends ServerBuilder<S>> S serving(S server) {
        Supplier<Streams> streams = () -> Contexts.current().streams();
        Supplier<Executor> reading = () -> Contexts.current().readers();
        return server.intercept(contexts)
                .addService(new PlatformService(() -> Contexts.current().clients(), this::info))
                .addService(new CommandService(() -> Contexts.current().commands(), streams))
                .addService(new QueryService(() -> Contexts.current().queries(), streams))
                .addService(new EventStoreService(() -> Contexts.current().store(), this::readable, reading, streams))
                .addService(new EventSchedulerService(() -> Contexts.current().store()))
                .addService(new PersistentStreamService(() -> Contexts.current().persistentStreams(), streams))
                .addService(new ProcessorAdminService(this::processors))
                .intercept(guard.grpc());
    }

    private String inProcessName() {
        return "axon-server-node:" + server.getPort();
    }

    /**
     * A channel to this node for an application in the same process: the same services and the same access control, but
     * messages are handed over and not sent. The node's threads run what is told to the application, which must not wait
     * there; only orders run on {@linkplain NeighbourOrders threads of their own}.
     */
    public ManagedChannelBuilder<?> inProcessChannel() {
        return InProcessChannelBuilder.forName(inProcessName()).directExecutor().intercept(new NeighbourOrders());
    }

    /** The processors of the context that a request names within itself; the call was let through for the context in its header. */
    private ProcessorContext processors(String context) {
        if (!context.isEmpty()) {
            GrpcAccess.require(Role.CONTEXT_ADMIN, context);
        }
        return contexts.named(context).processors();
    }

    /** The store of a context that a request names within itself, for reading. */
    private EventStore readable(String context) {
        GrpcAccess.require(Role.READ_EVENTS, context);
        return contexts.named(context).store();
    }

    private NodeInfo info() {
        return NodeInfo.newBuilder()
                .setNodeName("voltledger-node")
                .setHostName(NodeSettings.LOOPBACK)
                .setGrpcPort(grpcPort())
                .setHttpPort(httpPort())
                .build();
    }

    private HttpEndpoint startHttp(NodeSettings settings) throws IOException {
        var address = new InetSocketAddress(settings.httpHost(), settings.httpPort());
        try {
            return HttpEndpoint.start(address, guard.tls(), routes(), guard.http());
        } catch (IOException e) {
            server.shutdownNow();
            neighbours.shutdownNow();
            throw cannotListen("HTTP", address, e);
        }
    }

    private Routes routes() {
        return new Routes()
                .with(new StatusRoutes(
                        contexts, new NodeMetrics(contexts, guard.access().refusals())))
                .with(new ContextRoutes(contexts))
                .with(new BackupRoutes(contexts, directory))
                .with(new ProcessorRoutes(contexts))
                .with(new ApplicationRoutes(guard.access()))
                .with(new OverviewRoutes(new Overview(contexts, directory), guard))
                .with(new PageRoutes());
    }

    public int grpcPort() {
        return server.getPort();
    }

    public int httpPort() {
        return http.port();
    }

    /** The applications that may use the node; a change is effective at once, also for open streams. */
    public Applications applications() {
        return guard.access().applications();
    }

    /** Stops the node: no new calls, streams end, what was submitted is written, then everything is closed. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        http.close();
        heartbeats.close();
        balancing.close();
        server.shutdown();
        neighbours.shutdown();
        contexts.shutDown();
        awaitCalls(server);
        awaitCalls(neighbours);
        contexts.close();
        readers.shutdown();
        guard.close();
        directory.close();
        log.info("Node has stopped");
    }

    private static void awaitCalls(Server server) {
        try {
            if (!server.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                server.shutdownNow().awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
