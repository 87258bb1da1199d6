package io.voltledger.ocpp.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.timeout.IdleStateEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a socket's frames to its link, keeps it alive by pings, and notices when the other side is gone. */
final class StationSocket extends SimpleChannelInboundHandler<WebSocketFrame> {

    private static final Logger LOG = LoggerFactory.getLogger(StationSocket.class);

    private final StationLink link;
    private final SocketSettings settings;
    private final Runnable gone;
    private Duration silence = Duration.ZERO;
    private boolean answersPings;

    /** @param gone runs once, when the socket is closed */
    StationSocket(StationLink link, SocketSettings settings, Runnable gone) {
        this.link = link;
        this.settings = settings;
        this.gone = gone;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        silence = Duration.ZERO;
        switch (frame) {
            case TextWebSocketFrame text -> link.received(text.text());
            case BinaryWebSocketFrame binary -> link.received(binary.content().toString(StandardCharsets.UTF_8));
            case PingWebSocketFrame ping ->
                context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
            case PongWebSocketFrame pong -> answersPings = true;
            case CloseWebSocketFrame close ->
                context.writeAndFlush(close.retain()).addListener(done -> context.close());
            default -> LOG.debug("{} sent a frame that is not expected: {}", link.station(), frame);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        // while it is not read because its calls wait, its silence is ours
        boolean listening =
                context.channel().config().isAutoRead() || !context.channel().isWritable();
        if (event instanceof IdleStateEvent && listening) {
            silence = silence.plus(settings.pingInterval());
            Duration limit = answersPings ? settings.deadAfter() : settings.deadAfterWithoutPong();
            if (silence.compareTo(limit) >= 0) {
                link.close(CloseReason.SILENT);
                context.close();
            } else {
                context.writeAndFlush(new PingWebSocketFrame());
            }
        }
        super.userEventTriggered(context, event);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        link.serveNext();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof TooLongFrameException) {
            LOG.warn("{} sent a message that is too long: {}", link.station(), cause.getMessage());
        } else {
            LOG.info("{} lost its connection: {}", link.station(), cause.toString());
        }
        context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        gone.run();
    }
}
