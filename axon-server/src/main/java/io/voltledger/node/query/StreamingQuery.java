package io.voltledger.node.query;

import io.axoniq.axonserver.grpc.query.QueryResponse;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query whose results stream from one handler: the first that answers; the others are told to stop. The handler may be a window of results ahead of
 * the asker, never more.
 */
final class StreamingQuery implements AnswerCollector {

    private static final int WINDOW = 64;

    private final String id;
    private final Asker asker;
    private final Set<QueryHandler> working;
    private @Nullable QueryHandler bound;
    private @Nullable QueryResponse failure;
    private int taken;

    StreamingQuery(String id, Asker asker, Collection<QueryHandler> handlers) {
        this.id = id;
        this.asker = asker;
        working = new HashSet<>(handlers);
    }

    @Override
    public synchronized void sent(QueryHandler handler) {
        handler.permit(id, WINDOW);
    }

    @Override
    public synchronized void respond(QueryHandler handler, QueryResponse response) {
        if (!working.contains(handler)) {
            return;
        }
        if (bound == null && !response.getErrorCode().isEmpty()) {
            failure = response;
            return;
        }
        if (bound == null) {
            bind(handler);
        }
        asker.send(response);
        taken++;
        refill();
    }

    private void bind(QueryHandler handler) {
        bound = handler;
        working.stream().filter(other -> other != handler).forEach(other -> other.cancel(id));
        working.removeIf(other -> other != handler);
    }

    /** Lets the handler send on when the asker has taken half of the window. */
    synchronized void refill() {
        if (bound != null && taken >= WINDOW / 2 && asker.isReady()) {
            bound.permit(id, taken);
            taken = 0;
        }
    }

    @Override
    public synchronized boolean finish(QueryHandler handler) {
        if (!working.remove(handler) || !working.isEmpty()) {
            return false;
        }
        if (bound == null && failure != null) {
            asker.send(failure);
        }
        asker.complete();
        return true;
    }

    @Override
    public synchronized boolean involves(QueryHandler handler) {
        return working.contains(handler);
    }

    @Override
    public boolean isWanted() {
        return asker.isWaiting();
    }

    @Override
    public synchronized void cancelled() {
        working.forEach(handler -> handler.cancel(id));
    }
}
