package io.voltledger.node.query;

import io.axoniq.axonserver.grpc.query.QueryResponse;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query that its handlers are answering. Answers pass as they come; a failure is kept back, and is the answer only if every handler failed. It is
 * over when every handler has said that it has finished.
 */
final class ActiveQuery implements AnswerCollector {

    private final Asker asker;
    private final Set<QueryHandler> working;
    private boolean answered;
    private @Nullable QueryResponse failure;

    ActiveQuery(Asker asker, Collection<QueryHandler> handlers) {
        this.asker = asker;
        working = new HashSet<>(handlers);
    }

    @Override
    public synchronized void respond(QueryHandler handler, QueryResponse response) {
        if (!working.contains(handler)) {
            return;
        }
        if (response.getErrorCode().isEmpty()) {
            answered = true;
            asker.send(response);
        } else {
            failure = response;
        }
    }

    @Override
    public synchronized boolean finish(QueryHandler handler) {
        if (!working.remove(handler) || !working.isEmpty()) {
            return false;
        }
        if (!answered && failure != null) {
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
    public void sent(QueryHandler handler) {}

    @Override
    public void cancelled() {}
}
