package io.voltledger.query.web;

import io.voltledger.runtime.ResourceNotFound;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Asks the platform and waits for the answer. */
@Component
public class Questions {

    private static final int PATIENCE_SECONDS = 30;

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

    private static <T> T await(CompletableFuture<T> answer) {
        return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
}
