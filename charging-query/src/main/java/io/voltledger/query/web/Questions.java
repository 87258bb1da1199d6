package io.voltledger.query.web;

import io.voltledger.runtime.ResourceNotFound;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Asks the platform and waits for the answer. */
@Component
public class Questions {

    private static final int PATIENCE_SECONDS = 30;
    private static final Duration PROJECTION_PATIENCE = Duration.ofMillis(500);
    private static final Duration PATIENCE_OF_ALL = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final QueryGateway gateway;

    Questions(QueryGateway gateway) {
        this.gateway = gateway;
    }

    public <T> T answer(Object query, Class<T> type) {
        return await(gateway.query(query, ResponseTypes.instanceOf(type)));
    }

    public <T> Optional<T> find(Object query, Class<T> type) {
        return await(gateway.query(query, ResponseTypes.optionalInstanceOf(type)));
    }

    /**
     * What must be there.
     *
     * @param what kind and id, for the problem {@code not-found}
     */
    public <T> T get(Object query, Class<T> type, String what) {
        return find(query, type).orElseThrow(() -> new ResourceNotFound(what));
    }

    /** What must be there, perhaps in a moment: a command was acknowledged whose fact is on its way into the read model. */
    public <T> T getSoon(Object query, Class<T> type, String what) {
        long end = System.nanoTime() + PROJECTION_PATIENCE.toNanos();
        Optional<T> found = find(query, type);
        while (found.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            found = find(query, type);
        }
        return found.orElseThrow(() -> new ResourceNotFound(what));
    }

    /**
     * The answers of all who can answer, one at least.
     *
     * @throws NoHandlerForQueryException where nobody answers
     */
    public <T> List<T> askAll(Object query, Class<T> type) {
        List<T> answers = gateway.scatterGather(
                        query, ResponseTypes.instanceOf(type), PATIENCE_OF_ALL.toMillis(), TimeUnit.MILLISECONDS)
                .toList();
        if (answers.isEmpty()) {
            throw new NoHandlerForQueryException(
                    "Nobody answers " + query.getClass().getSimpleName());
        }
        return answers;
    }

    private static <T> T await(CompletableFuture<T> answer) {
        return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
}
