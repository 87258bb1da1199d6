package io.voltledger.query.session;

import io.voltledger.api.session.LiveSessionView;
import io.voltledger.api.session.SessionQuery.ListLiveSessions;
import io.voltledger.api.session.SessionQuery.LiveSessions;
import io.voltledger.query.QuerySettings;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The streams of those who watch live sessions: no more than settings allow, ended before the web server stops. */
@Component
class LiveStreams implements SmartLifecycle {

    /** What may wait for a slow watcher; one that falls further behind is cut off and connects again. */
    private static final int BUFFER = 1_024;

    private final QueryGateway gateway;
    private final QuerySettings settings;
    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    LiveStreams(QueryGateway gateway, QuerySettings settings) {
        this.gateway = gateway;
        this.settings = settings;
    }

    SseEmitter open() {
        if (!running || open.size() >= settings.liveWatchers()) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "Too many watch live sessions already.");
        }
        SubscriptionQueryResult<LiveSessions, LiveSessionView> sessions = gateway.subscriptionQuery(
                ListLiveSessions.class.getName(),
                new ListLiveSessions(settings.liveSessions()),
                ResponseTypes.instanceOf(LiveSessions.class),
                ResponseTypes.instanceOf(LiveSessionView.class),
                BUFFER);
        LiveStream stream = new LiveStream(sessions, settings, open::remove);
        open.add(stream);
        return stream.start();
    }

    int watchers() {
        return open.size();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(LiveStream::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
