package io.voltledger.ocpp.socket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Metrics;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.voltledger.api.Receipt;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.ocpp.quirk.StationQuirks;
import io.voltledger.ocpp.reading.Payload;
import io.voltledger.ocpp.station.CallRefused;
import io.voltledger.ocpp.station.NotRecorded;
import io.voltledger.ocpp.station.OpenSessions;
import io.voltledger.ocpp.station.Protocol;
import io.voltledger.ocpp.station.StationCall;
import io.voltledger.ocpp.wire.ErrorCode;
import io.voltledger.ocpp.wire.Frame;
import io.voltledger.ocpp.wire.FrameReader;
import io.voltledger.ocpp.wire.FrameWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One station's connection. Its calls are served one after the other: the next one starts when the answer to the one
 * before is written, and while too many wait the socket is not read. What is not marked otherwise runs on the channel's
 * event loop.
 */
final class StationLink {

    private static final Logger LOG = LoggerFactory.getLogger(StationLink.class);

    /** A peer that reads no more does not take our goodbye either. */
    private static final int GOODBYE_SECONDS = 2;

    private final StationId station;
    private final String connection;
    private final Protocol protocol;
    private final Channel channel;
    private final OpenSessions sessions;
    private final StationQuirks quirks;
    private final Traffic traffic;
    private final Clock clock;
    private final IncomingCalls incoming;
    private final OutgoingCalls outgoing;
    private final Pace pace;
    private volatile @Nullable CompletableFuture<Boolean> inFlight;
    private volatile @Nullable CloseReason closeReason;
    private volatile boolean draining;
    private boolean pausing;
    private boolean readable;

    StationLink(
            StationId station,
            String connection,
            Protocol protocol,
            Channel channel,
            OpenSessions sessions,
            SocketSettings settings,
            OrderReports reports,
            StationQuirks quirks,
            Traffic traffic,
            Clock clock) {
        this.station = station;
        this.connection = connection;
        this.protocol = protocol;
        this.channel = channel;
        this.sessions = sessions;
        this.quirks = quirks;
        this.traffic = traffic;
        this.clock = clock;
        pace = new Pace(settings.limits().callsPerSecond());
        incoming = new IncomingCalls(settings.maxQueuedFrames(), settings.maxFrameBytes());
        outgoing = new OutgoingCalls(settings.maxQueuedCalls(), wire(settings), reports.of(protocol));
    }

    StationId station() {
        return station;
    }

    Protocol protocol() {
        return protocol;
    }

    Channel channel() {
        return channel;
    }

    String connection() {
        return connection;
    }

    /** Any thread. */
    OutgoingCalls outgoing() {
        return outgoing;
    }

    /** Calls are served from the moment on at which it is known how to read them. */
    void opened() {
        outgoing.opened();
        quirks.recall(station)
                .whenComplete((recalled, failure) -> channel.eventLoop().execute(() -> {
                    readable = true;
                    serveNext();
                }));
    }

    void received(String text) {
        switch (FrameReader.read(text)) {
            case Frame.Call call -> {
                incoming.add(new IncomingCalls.Waiting(call, text, clock.instant(), System.nanoTime()));
                serveNext();
            }
            case Frame.CallResult result -> {
                traffic.resultCame(result.messageId(), text);
                if (!outgoing.answered(result.messageId(), result.payload())) {
                    LOG.info("{} answered a call that is not open: {}", station, result.messageId());
                }
            }
            case Frame.CallError error -> {
                traffic.errorCame(error.messageId(), text);
                outgoing.refused(error.messageId(), error.code(), error.description(), error.details());
            }
            case Frame.Unreadable frame -> {
                LOG.warn("{} sent what cannot be read: {}", station, frame.problem());
                traffic.refused(frame.messageId(), text, refuse(frame.messageId(), frame.code(), frame.problem()));
            }
            case Frame.UnknownType frame -> {
                LOG.info("{} sent what is neither call nor answer", station);
                ErrorCode code = ErrorCode.UNKNOWN_MESSAGE_TYPE;
                traffic.refused(frame.messageId(), text, refuse(frame.messageId(), code, frame.problem()));
            }
            case Frame.Ignored frame -> {
                LOG.info("{} sent what is ignored: {}", station, frame.problem());
                traffic.ignored(text);
            }
        }
        readOn();
    }

    /** Serves the next call, unless one is being served or the station does not read our answers. */
    void serveNext() {
        if (readable
                && inFlight == null
                && channel.isActive()
                && channel.isWritable()
                && closeReason == null
                && !draining) {
            long pause = pace.pause(System.nanoTime());
            IncomingCalls.Waiting next = pause > 0 ? null : incoming.next();
            if (next != null) {
                pace.took();
                serve(next);
            } else if (pause > 0 && !pausing) {
                pausing = true;
                var unused = channel.eventLoop().schedule(this::resume, pause, TimeUnit.NANOSECONDS);
            }
        }
        readOn();
    }

    private void resume() {
        pausing = false;
        serveNext();
    }

    /** A station that does not take our answers is not listened to: nothing piles up for it. */
    private void readOn() {
        channel.config().setAutoRead(!incoming.isFull() && channel.isWritable());
    }

    private void serve(IncomingCalls.Waiting waiting) {
        Frame.Call call = waiting.call();
        StationCall stationCall = new StationCall(
                station,
                sessions,
                quirks,
                call.action(),
                new Payload(call.payload(), waiting.receivedAt(), quirks.of(station)),
                new Receipt(call.messageId(), waiting.receivedAt()));
        Optional<CompletableFuture<ObjectNode>> answer = answer(stationCall);
        if (answer.isEmpty()) {
            failed(waiting, ErrorCode.UNKNOWN_ACTION, "unknown action " + call.action());
            channel.eventLoop().execute(this::serveNext);
            return;
        }
        CompletableFuture<Boolean> served = new CompletableFuture<>();
        inFlight = served;
        answer.get()
                .whenComplete((payload, failure) -> channel.eventLoop().execute(() -> {
                    served(waiting, payload, failure);
                    served.complete(true);
                }));
    }

    private Optional<CompletableFuture<ObjectNode>> answer(StationCall call) {
        try {
            return protocol.answer(call);
        } catch (RuntimeException e) {
            return Optional.of(CompletableFuture.failedFuture(e));
        }
    }

    private void served(IncomingCalls.Waiting waiting, @Nullable ObjectNode payload, @Nullable Throwable failure) {
        Frame.Call call = waiting.call();
        inFlight = null;
        if (!channel.isActive()) {
            traffic.dropped(waiting);
        } else if (failure == null && payload != null) {
            String answer = FrameWriter.result(call.messageId(), payload);
            write(answer);
            traffic.answered(waiting, answer);
        } else if (cause(failure) instanceof NotRecorded) {
            traffic.dropped(waiting);
            close(CloseReason.NOT_RECORDED);
        } else if (cause(failure) instanceof CallRefused refused) {
            LOG.info("{} asks {} in vain: {}", station, call.action(), refused.description());
            failed(waiting, refused.code(), refused.description());
        } else {
            LOG.error("{} gets an error for {} {}", station, call.action(), call.messageId(), failure);
            failed(waiting, ErrorCode.INTERNAL_ERROR, "try again");
        }
        serveNext();
    }

    private void failed(IncomingCalls.Waiting waiting, ErrorCode code, String description) {
        traffic.failed(waiting, refuse(waiting.call().messageId(), code, description));
    }

    private static @Nullable Throwable cause(@Nullable Throwable failure) {
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }

    /** The error as it was written; null where the version has no word for it and says nothing. */
    private @Nullable String refuse(String messageId, ErrorCode code, String description) {
        Optional<String> error = protocol.word(code).map(word -> FrameWriter.error(messageId, word, description));
        error.ifPresent(this::write);
        return error.orElse(null);
    }

    /** What the station began to say did not come to its end. */
    void overdue() {
        LOG.warn("{} began a message and did not complete it in time", station);
        close(CloseReason.UNFINISHED);
    }

    /** Any thread. Ends the connection with a goodbye. */
    void close(CloseReason reason) {
        closeReason = reason;
        Metrics.counter(
                        "voltledger.ocpp.connections.ended",
                        "reason",
                        reason.name().toLowerCase(Locale.ROOT))
                .increment();
        channel.writeAndFlush(reason.frame()).addListener(ChannelFutureListener.CLOSE);
        channel.eventLoop().schedule(() -> channel.close(), GOODBYE_SECONDS, TimeUnit.SECONDS);
    }

    /** The socket is closed: what waited was never answered, so the station sends it again. Answers why it closed. */
    String closed() {
        incoming.clear().forEach(traffic::dropped);
        outgoing.closed();
        traffic.closed();
        CloseReason reason = closeReason;
        return reason == null ? "closed by the station or the network" : reason.text();
    }

    /** Any thread. Serves no further call; what waits is never answered, so the station sends it again. */
    void drain() {
        draining = true;
    }

    /** Any thread. Completes when the socket is closed. */
    CompletableFuture<Boolean> closing() {
        CompletableFuture<Boolean> closing = new CompletableFuture<>();
        channel.closeFuture().addListener(done -> closing.complete(true));
        return closing;
    }

    /** Any thread. Completes when the call that is being served is answered. */
    CompletableFuture<Boolean> idle() {
        CompletableFuture<Boolean> serving = inFlight;
        return serving == null ? CompletableFuture.completedFuture(true) : serving;
    }

    private OutgoingCalls.Wire wire(SocketSettings settings) {
        return new OutgoingCalls.Wire() {
            @Override
            public void send(String messageId, String action, String frame) {
                traffic.asked(messageId, action, frame);
                write(frame);
            }

            @Override
            public void expectAnswer(String messageId) {
                var unused = channel.eventLoop()
                        .schedule(
                                () -> {
                                    traffic.timedOut(messageId);
                                    outgoing.timedOut(messageId);
                                },
                                settings.callTimeout().toMillis(),
                                TimeUnit.MILLISECONDS);
            }
        };
    }

    private void write(String frame) {
        channel.writeAndFlush(new TextWebSocketFrame(frame));
    }
}
