package io.voltledger.ocpp.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames, and gives each message a deadline from its first byte on: whoever drips a message in, byte by byte or
 * fragment by fragment, does not hold a connection and what came so far for ever. Time in which the socket is not read,
 * because the station's calls wait, is not the station's. Most messages come whole, and cost no timer.
 */
final class FrameDecoder extends WebSocket13FrameDecoder {

    private final Duration deadline;
    private final Runnable missed;
    private boolean amidFrame;
    private boolean amidMessage;
    private @Nullable ScheduledFuture<?> timer;

    /** @param missed runs on the channel's event loop, once for a message that is not complete in time */
    FrameDecoder(WebSocketDecoderConfig config, Duration deadline, Runnable missed) {
        super(config);
        this.deadline = deadline;
        this.missed = missed;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) throws Exception {
        super.channelRead(context, bytes);
        if (timer == null && (amidFrame || amidMessage)) {
            expect(context);
        }
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
        int before = in.readableBytes();
        super.decode(context, in, out);
        if (out.isEmpty()) {
            amidFrame |= in.readableBytes() < before;
        } else {
            amidFrame = false;
            complete((WebSocketFrame) out.getLast());
        }
    }

    /** Pings and their like may stand between the fragments of a message. */
    private void complete(WebSocketFrame frame) {
        boolean data = frame instanceof TextWebSocketFrame
                || frame instanceof BinaryWebSocketFrame
                || frame instanceof ContinuationWebSocketFrame;
        if (data) {
            amidMessage = !frame.isFinalFragment();
        }
        if (!amidMessage) {
            relax();
        }
    }

    private void expect(ChannelHandlerContext context) {
        timer = context.executor().schedule(() -> overdue(context), deadline.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void overdue(ChannelHandlerContext context) {
        timer = null;
        if (context.channel().config().isAutoRead()) {
            missed.run();
        } else {
            expect(context);
        }
    }

    private void relax() {
        ScheduledFuture<?> waiting = timer;
        if (waiting != null) {
            waiting.cancel(false);
            timer = null;
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        relax();
        super.channelInactive(context);
    }
}
