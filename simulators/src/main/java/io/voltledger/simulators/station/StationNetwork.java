package io.voltledger.simulators.station;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import java.util.concurrent.TimeUnit;

/** The threads that any number of simulated stations share. */
public final class StationNetwork implements AutoCloseable {

    private static final int MAX_FRAME = 4 << 20;
    private static final int MAX_HANDSHAKE = 16 << 10;
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

    private final EventLoopGroup loops;

    /** @param threads one carries thousands of stations */
    public StationNetwork(int threads) {
        loops = new MultiThreadIoEventLoopGroup(threads, NioIoHandler.newFactory());
    }

    ChannelFuture connect(StationSettings settings, ChannelHandler handler) {
        return new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        settings.identity()
                                .tls(settings.url(), settings.port(), channel.alloc())
                                .ifPresent(channel.pipeline()::addLast);
                        channel.pipeline()
                                .addLast(
                                        new HttpClientCodec(),
                                        new HttpObjectAggregator(MAX_HANDSHAKE),
                                        new WebSocketClientProtocolHandler(webSocket(settings)),
                                        handler);
                    }
                })
                .connect(settings.url().getHost(), settings.port());
    }

    private static WebSocketClientProtocolConfig webSocket(StationSettings settings) {
        return WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(settings.socketUrl())
                .subprotocol(settings.protocol())
                .customHeaders(settings.identity().headers(settings.id()))
                .maxFramePayloadLength(MAX_FRAME)
                .handshakeTimeoutMillis(settings.answerTimeout().toMillis())
                .build();
    }

    void later(Runnable task, long millis) {
        if (!loops.isShuttingDown()) {
            var unused = loops.schedule(task, millis, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
