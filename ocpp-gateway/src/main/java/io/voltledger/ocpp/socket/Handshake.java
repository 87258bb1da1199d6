package io.voltledger.ocpp.socket;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.netty.handler.timeout.IdleStateHandler;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.ocpp.security.Presented;
import io.voltledger.ocpp.security.Tls;
import io.voltledger.ocpp.station.CrowdLog;
import io.voltledger.ocpp.station.Protocol;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Upgrades a station's HTTP request to a WebSocket, once the platform knows that it is connected. */
final class Handshake extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(Handshake.class);
    private static final CrowdLog OFTEN = new CrowdLog(LOG);

    private final Gate gate;

    Handshake(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        Channel channel = context.channel();
        var unused = context.executor()
                .schedule(
                        () -> {
                            if (channel.pipeline().get(Handshake.class) != null) {
                                channel.close();
                            }
                        },
                        gate.settings().handshakeTimeout().toMillis(),
                        TimeUnit.MILLISECONDS);
        context.fireChannelActive();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        SocketSettings settings = gate.settings();
        if (!gate.handshakes().admits(address(context.channel()))) {
            OFTEN.warn("Too many handshakes from an address", address(context.channel()));
            refuse(context.channel(), HttpResponseStatus.TOO_MANY_REQUESTS, "too many connections, try again later");
            return;
        }
        Optional<StationId> station = request.decoderResult().isSuccess()
                ? StationPath.parse(request.uri(), settings.path())
                : Optional.empty();
        if (station.isEmpty()) {
            refuse(context.channel(), HttpResponseStatus.NOT_FOUND, "no station id in the path");
            return;
        }
        if (!request.headers().contains(HttpHeaderNames.UPGRADE, "websocket", true)) {
            refuse(context.channel(), HttpResponseStatus.UPGRADE_REQUIRED, "stations connect by WebSocket");
            return;
        }
        Subprotocol agreed = Subprotocol.negotiate(
                request.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL),
                gate.protocols(),
                settings.defaultProtocol());
        if (agreed.protocol().isEmpty()) {
            refuseProtocol(context.channel(), request);
            return;
        }
        admit(
                context.channel(),
                request.retain(),
                station.get(),
                agreed.protocol().get(),
                agreed.echo());
    }

    private void admit(
            Channel channel, FullHttpRequest request, StationId station, Protocol protocol, @Nullable String echo) {
        channel.config().setAutoRead(false);
        String connection = UUID.randomUUID().toString();
        StationLink link = gate.link(station, connection, protocol, channel);
        Visit visit = new Visit(
                station,
                connection,
                protocol.subprotocol(),
                address(channel),
                Presented.of(
                        Tls.isOn(channel),
                        request.headers().get(HttpHeaderNames.AUTHORIZATION),
                        Tls.peerName(channel)));
        gate.admission()
                .enter(visit, () -> gate.connections().register(link))
                .whenComplete((verdict, failure) -> channel.eventLoop().execute(() -> {
                    try {
                        decided(link, request, echo, verdict, failure);
                    } finally {
                        request.release();
                    }
                }));
    }

    private void decided(
            StationLink link,
            FullHttpRequest request,
            @Nullable String echo,
            @Nullable Verdict verdict,
            @Nullable Throwable failure) {
        Channel channel = link.channel();
        if (failure != null) {
            LOG.debug("{} cannot be connected for now", link.station(), failure);
            OFTEN.warn("A station cannot be connected for now", link.station() + ", " + failure);
            refuse(channel, HttpResponseStatus.SERVICE_UNAVAILABLE, "try again later");
            gate.gone(link);
        } else if (verdict == Verdict.UNAUTHORIZED) {
            LOG.info("{} did not show that it is that station, from {}", link.station(), channel.remoteAddress());
            refuse(channel, HttpResponseStatus.UNAUTHORIZED, "not authorized");
        } else if (verdict == Verdict.TOO_MANY_GUESSES) {
            refuse(channel, HttpResponseStatus.TOO_MANY_REQUESTS, "too many wrong passwords, try again later");
        } else if (verdict != Verdict.ADMITTED) {
            LOG.info("{} is not registered and was refused", link.station());
            refuse(channel, HttpResponseStatus.NOT_FOUND, "unknown station");
        } else if (channel.isActive()) {
            upgrade(link, request, echo);
        } else {
            gate.gone(link);
        }
    }

    private void upgrade(StationLink link, FullHttpRequest request, @Nullable String echo) {
        SocketSettings settings = gate.settings();
        Channel channel = link.channel();
        channel.pipeline().remove(this);
        channel.pipeline()
                .addFirst(new IdleStateHandler(settings.pingInterval().toMillis(), 0, 0, TimeUnit.MILLISECONDS))
                .addLast(
                        new WebSocketFrameAggregator(settings.maxFrameBytes()),
                        new StationSocket(link, settings, () -> gate.gone(link)));
        HttpHeaders headers = new DefaultHttpHeaders();
        if (echo != null) {
            headers.set(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, echo);
        }
        handshaker(link::overdue)
                .handshake(channel, request, headers, channel.newPromise())
                .addListener(done -> {
                    if (done.isSuccess()) {
                        LOG.info("{} connected from {}", link.station(), channel.remoteAddress());
                        channel.config().setAutoRead(true);
                        link.opened();
                    } else {
                        channel.close();
                    }
                });
    }

    /** OCPP-J: complete the handshake without a subprotocol, then close. */
    private void refuseProtocol(Channel channel, FullHttpRequest request) {
        LOG.info("A station at {} offers no subprotocol in common", request.uri());
        handshaker(channel::close)
                .handshake(channel, request)
                .addListener(done -> channel.writeAndFlush(CloseReason.NO_COMMON_PROTOCOL.frame())
                        .addListener(ChannelFutureListener.CLOSE));
    }

    /** @param overdue runs where a message is not complete in time */
    private WebSocketServerHandshaker13 handshaker(Runnable overdue) {
        SocketSettings settings = gate.settings();
        WebSocketDecoderConfig config = WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(settings.maxFrameBytes())
                .withUTF8Validator(false)
                .build();
        return new WebSocketServerHandshaker13("", null, config) {
            @Override
            protected WebSocketFrameDecoder newWebsocketDecoder() {
                return new FrameDecoder(config, settings.messageTimeout(), overdue);
            }
        };
    }

    private static void refuse(Channel channel, HttpResponseStatus status, String text) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, status, Unpooled.copiedBuffer(text + "\n", StandardCharsets.UTF_8));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes())
                .set(HttpHeaderNames.CONNECTION, "close");
        if (status.equals(HttpResponseStatus.UNAUTHORIZED)) {
            response.headers().set(HttpHeaderNames.WWW_AUTHENTICATE, "Basic realm=\"ocpp\"");
        }
        channel.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }

    private static String address(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress remote && remote.getAddress() != null
                ? remote.getAddress().getHostAddress()
                : String.valueOf(channel.remoteAddress());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("A handshake failed", cause);
        context.close();
    }
}
