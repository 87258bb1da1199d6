package io.voltledger.saga.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/**
 * Shut while the provider refuses our key: no driver is declined for it, everything waits. After a while one call is let
 * through to see whether it was mended.
 */
@Component
class ProviderGate {

    /**
     * Why it is shut.
     *
     * @param tryAt when one call is let through
     */
    record Fault(String code, String detail, Instant since, Instant tryAt) {}

    private final AtomicReference<Optional<Fault>> fault = new AtomicReference<>(Optional.empty());

    Optional<Fault> fault() {
        return fault.get();
    }

    /** How much of the room may be used now. */
    int admit(int room, Instant now) {
        return fault.get()
                .map(shut -> now.isBefore(shut.tryAt()) ? 0 : Math.min(room, 1))
                .orElse(room);
    }

    void shut(String code, String detail, Instant now, Instant tryAt) {
        fault.updateAndGet(before ->
                Optional.of(new Fault(code, detail, before.map(Fault::since).orElse(now), tryAt)));
    }

    void open() {
        fault.set(Optional.empty());
    }
}
