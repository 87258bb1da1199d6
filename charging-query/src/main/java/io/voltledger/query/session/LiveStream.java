package io.voltledger.query.session;

import static org.springframework.web.servlet.mvc.method.annotation.SseEmitter.event;

import io.voltledger.api.session.LiveSessionView;
import io.voltledger.api.session.SessionQuery.LiveSessions;
import io.voltledger.api.token.IdToken;
import io.voltledger.query.QuerySettings;
import io.voltledger.runtime.mask.Covered;
import io.voltledger.runtime.operator.SignedIn;
import java.io.IOException;
import java.util.function.Consumer;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * One watcher's stream. It is written by virtual threads of its own, so that a slow watcher holds up no projection, and
 * whatever ends it (the watcher, time, an error, shutdown) ends the subscription too.
 */
final class LiveStream {

    private static final Scheduler WRITERS = Schedulers.fromExecutor(
            task -> Thread.ofVirtual().name("live-sessions").start(task));

    private final SubscriptionQueryResult<LiveSessions, LiveSessionView> sessions;
    private final QuerySettings settings;
    private final Consumer<LiveStream> onEnd;
    private final SseEmitter emitter;
    private final boolean covered = SignedIn.seesOnlyCovered();
    private final Disposable.Swap writing = Disposables.swap();

    LiveStream(
            SubscriptionQueryResult<LiveSessions, LiveSessionView> sessions,
            QuerySettings settings,
            Consumer<LiveStream> onEnd) {
        this.sessions = sessions;
        this.settings = settings;
        this.onEnd = onEnd;
        this.emitter = new SseEmitter(settings.liveDuration().toMillis());
    }

    SseEmitter start() {
        emitter.onCompletion(this::release);
        emitter.onTimeout(this::end);
        emitter.onError(failure -> release());
        writing.update(
                Flux.merge(events(), heartbeats()).publishOn(WRITERS).subscribe(this::send, this::fail, this::end));
        return emitter;
    }

    void end() {
        release();
        emitter.complete();
    }

    private Flux<SseEventBuilder> events() {
        Flux<SseEventBuilder> running = sessions.initialResult()
                .flatMapMany(live -> Flux.fromIterable(live.items())
                        .map(this::change)
                        .concatWithValues(
                                event().name("ready").data(live.items().size())));
        return running.concatWith(sessions.updates().map(this::change));
    }

    private Flux<SseEventBuilder> heartbeats() {
        return Flux.interval(settings.liveHeartbeat()).onBackpressureDrop().map(beat -> event().comment("alive"));
    }

    private SseEventBuilder change(LiveSessionView view) {
        return event().name("session").data(covered ? withoutToken(view) : view, MediaType.APPLICATION_JSON);
    }

    private static LiveSessionView withoutToken(LiveSessionView view) {
        return new LiveSessionView(
                view.id(),
                view.station(),
                view.connector(),
                view.token() == null ? null : new IdToken(Covered.COVER),
                view.member(),
                view.state(),
                view.charging(),
                view.energy(),
                view.cost(),
                view.power(),
                view.startedAt(),
                view.updatedAt());
    }

    private void send(SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException gone) {
            fail(gone);
        }
    }

    private void fail(Throwable cause) {
        release();
        emitter.completeWithError(cause);
    }

    private void release() {
        writing.dispose();
        sessions.cancel();
        onEnd.accept(this);
    }
}
