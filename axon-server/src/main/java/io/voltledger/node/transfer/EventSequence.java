package io.voltledger.node.transfer;

import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.util.concurrent.TimeUnit;

/** The events of one end from a token on, one after another, without gaps. */
final class EventSequence implements AutoCloseable {

    private static final int BUFFER = 10_000;
    private static final int REFILL = 2_500;
    private static final long PATIENCE_SECONDS = 60;

    private final CopyEnd end;
    private final EventStream stream;
    private long next;

    EventSequence(CopyEnd end, long from) {
        this.end = end;
        next = from;
        stream = end.events().openStream(from - 1, BUFFER, REFILL);
    }

    /** The next event, which must exist. */
    Event next() throws InterruptedException {
        if (stream.nextIfAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS) instanceof EventWithToken event) {
            if (event.getToken() != next) {
                throw new TransferException(
                        "%s: event %d came where %d was due".formatted(end, event.getToken(), next));
            }
            next++;
            return event.getEvent();
        }
        throw stream.getError()
                .map(end::failed)
                .orElseGet(() -> new TransferException("%s: event %d does not come".formatted(end, next)));
    }

    @Override
    public void close() {
        stream.close();
    }
}
