package io.voltledger.ocpp.socket;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslContext;
import io.voltledger.ocpp.messages.MessageSink;
import io.voltledger.ocpp.quirk.StationQuirks;
import io.voltledger.ocpp.security.Tls;
import io.voltledger.ocpp.station.Protocol;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The port that stations connect to. */
public final class OcppServer {

    private static final Logger LOG = LoggerFactory.getLogger(OcppServer.class);
    private static final int MAX_HANDSHAKE_BYTES = 16 << 10;
    private static final int BACKLOG = 4_096;
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final Gate gate;
    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
    private final Places places = Places.ofThisProcess();
    private @Nullable Channel server;
    private @Nullable Channel encrypted;

    public OcppServer(
            SocketSettings settings,
            List<Protocol> protocols,
            Admission admission,
            Connections connections,
            OrderReports reports,
            StationQuirks quirks,
            MessageSink messages,
            Clock clock) {
        gate = new Gate(settings, protocols, admission, connections, reports, quirks, messages, clock);
    }

    /**
     * Listens.
     *
     * @throws IllegalStateException where a port cannot be had, or the TLS files cannot be used
     */
    public void start() {
        SocketSettings settings = gate.settings();
        try {
            server = listen(settings.port(), null);
            LOG.info(
                    "Stations connect at ws://{}:{}{}/ followed by their id", settings.host(), port(), settings.path());
            if (settings.tls().isOn()) {
                encrypted = listen(settings.tls().port(), Tls.context(settings.tls()));
                LOG.info("And at wss://{}:{}{}/", settings.host(), tlsPort(), settings.path());
            }
        } catch (IllegalStateException e) {
            close(server);
            loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            throw e;
        }
    }

    private Channel listen(int port, @Nullable SslContext tls) {
        SocketSettings settings = gate.settings();
        var bound = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        if (!places.take(channel)) {
                            return;
                        }
                        if (tls != null) {
                            channel.pipeline().addLast(tls.newHandler(channel.alloc()));
                        }
                        channel.pipeline()
                                .addLast(
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(MAX_HANDSHAKE_BYTES),
                                        new Handshake(gate));
                    }
                })
                .bind(settings.host(), port)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IllegalStateException(
                    "Stations cannot connect at " + settings.host() + ":" + port + ": "
                            + bound.cause().getMessage(),
                    bound.cause());
        }
        return bound.channel();
    }

    public int port() {
        return port(server);
    }

    /** 0 where there is no encrypted port. */
    public int tlsPort() {
        return port(encrypted);
    }

    private static int port(@Nullable Channel listener) {
        return listener != null && listener.localAddress() instanceof InetSocketAddress address ? address.getPort() : 0;
    }

    private static void close(@Nullable Channel listener) {
        if (listener != null) {
            listener.close().awaitUninterruptibly();
        }
    }

    /** Takes no more calls, finishes those that are being served, says goodbye, and tells the platform who left. */
    public void stop() {
        close(server);
        close(encrypted);
        List<StationLink> links = gate.connections().all();
        links.forEach(StationLink::drain);
        await(links.stream().map(StationLink::idle));
        links.forEach(link -> link.close(CloseReason.SHUTDOWN));
        await(links.stream().map(StationLink::closing));
        await(gate.departures().stream());
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private static void await(Stream<? extends CompletableFuture<?>> endings) {
        CompletableFuture.allOf(endings.toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> null)
                .join();
    }
}
