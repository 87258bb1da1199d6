package io.voltledger.node.query;

import io.axoniq.axonserver.grpc.query.QueryProviderInbound;
import io.voltledger.node.wire.Outbox;
import java.util.function.BooleanSupplier;

/**
 * A query, or the question for a subscription's initial result, that waits for one handler.
 *
 * @param message what is to be sent
 * @param priority higher goes first
 * @param wanted whether anybody still waits for the answer
 * @param whenSent what is to be done once it has been sent
 */
record PendingQuery(QueryProviderInbound message, long priority, BooleanSupplier wanted, Runnable whenSent)
        implements Outbox.Item {

    @Override
    public boolean isStale() {
        return !wanted.getAsBoolean();
    }

    void sent() {
        whenSent.run();
    }
}
