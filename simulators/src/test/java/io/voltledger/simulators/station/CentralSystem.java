package io.voltledger.simulators.station;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A central system that answers as a test says, and can be killed and started again at its port. */
final class CentralSystem implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final ChannelGroup sockets = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final List<JsonNode> calls = new CopyOnWriteArrayList<>();
    private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final AtomicInteger transactions = new AtomicInteger();
    private final Map<String, Function<JsonNode, String>> scripts = new ConcurrentHashMap<>();
    private final int port;
    private volatile Channel server;

    CentralSystem() {
        server = bindWhereNobodyElseDoes();
        port = ((InetSocketAddress) server.localAddress()).getPort();
        answering(
                "BootNotification",
                call -> result(
                        call, "{\"status\":\"Accepted\",\"currentTime\":\"2026-11-21T03:00:00Z\",\"interval\":0}"));
        answering(
                "Authorize",
                call -> result(
                        call,
                        "{\"idTagInfo\":{\"status\":\"%s\"}}"
                                .formatted(call.at("/3/idTag").asText().startsWith("BAD") ? "Invalid" : "Accepted")));
        answering(
                "StartTransaction",
                call -> result(
                        call,
                        "{\"transactionId\":%d,\"idTagInfo\":{\"status\":\"Accepted\"}}"
                                .formatted(transactions.incrementAndGet())));
    }

    URI url() {
        return URI.create("ws://127.0.0.1:" + port + "/ocpp");
    }

    /** @param answer makes the frame that answers a call's frame; an empty one is not sent */
    void answering(String action, Function<JsonNode, String> answer) {
        scripts.put(action, answer);
    }

    static String result(JsonNode call, String payload) {
        return "[3,\"" + call.get(1).asText() + "\"," + payload + "]";
    }

    static String error(JsonNode call) {
        return "[4,\"" + call.get(1).asText() + "\",\"InternalError\",\"\",{}]";
    }

    JsonNode call(String action, String payload) throws InterruptedException {
        await().until(() -> !sockets.isEmpty());
        sockets.writeAndFlush(new TextWebSocketFrame("[2,\"order\",\"" + action + "\"," + payload + "]"));
        JsonNode answer = answers.poll(10, TimeUnit.SECONDS);
        if (answer == null) {
            throw new AssertionError("The station does not answer " + action);
        }
        return answer;
    }

    List<JsonNode> calls() {
        return List.copyOf(calls);
    }

    List<JsonNode> calls(String action) {
        return calls.stream()
                .filter(call -> call.path(2).asText().equals(action))
                .toList();
    }

    List<String> actions() {
        return calls.stream().map(call -> call.path(2).asText()).toList();
    }

    List<String> paths() {
        return paths;
    }

    void kill() {
        server.close().syncUninterruptibly();
        sockets.close().syncUninterruptibly();
    }

    /** A closed socket listens until its event loop comes round once more. */
    void restart() {
        server = await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(BindException.class)
                .until(() -> bind(port), Channel::isActive);
    }

    /** Below the ports that the system gives away, so that this one is free for a restart. */
    private Channel bindWhereNobodyElseDoes() {
        int first = ThreadLocalRandom.current().nextInt(20_000, 30_000);
        for (int at = first; at < first + 50; at++) {
            try {
                return bind(at);
            } catch (Exception e) {
                if (!(e instanceof BindException)) {
                    throw e;
                }
            }
        }
        throw new IllegalStateException("No port from " + first + " on is free");
    }

    private Channel bind(int at) {
        return new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(8192),
                                        new WebSocketServerProtocolHandler(WebSocketServerProtocolConfig.newBuilder()
                                                .websocketPath("/ocpp")
                                                .checkStartsWith(true)
                                                .subprotocols("ocpp1.6")
                                                .build()),
                                        new Session());
                    }
                })
                .bind("127.0.0.1", at)
                .syncUninterruptibly()
                .channel();
    }

    @Override
    public void close() {
        kill();
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private final class Session extends SimpleChannelInboundHandler<TextWebSocketFrame> {

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof HandshakeComplete handshake) {
                paths.add(handshake.requestUri());
                sockets.add(context.channel());
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame text)
                throws JsonProcessingException {
            JsonNode frame = JSON.readTree(text.text());
            if (frame.get(0).asInt() != 2) {
                answers.add(frame);
                return;
            }
            calls.add(frame);
            String answer = scripts.getOrDefault(frame.get(2).asText(), call -> result(call, "{}"))
                    .apply(frame);
            if (!answer.isEmpty()) {
                context.writeAndFlush(new TextWebSocketFrame(answer));
            }
        }
    }
}
