package io.voltledger.node.processor;

import com.google.protobuf.InvalidProtocolBufferException;
import io.axoniq.axonserver.grpc.admin.EventProcessorIdentifier;
import io.axoniq.axonserver.grpc.admin.LoadBalanceRequest;
import io.voltledger.node.store.Notes;
import io.voltledger.node.store.StoreException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Balances the segments of a context's processors: once when it is asked, and again and again where a strategy was set. The strategies are kept in the
 * context's store.
 */
public final class Balancer {

    private static final Logger log = LoggerFactory.getLogger(Balancer.class);
    private static final String NOTES = "balancing/";
    /** Instances need some seconds to claim what others released, and to say so. */
    private static final long REST_MILLIS = 5_000;

    private final Processors processors;
    private final Notes notes;
    private final Clock clock;
    private final Map<ProcessorKey, Strategy> strategies = new ConcurrentHashMap<>();
    private final Map<ProcessorKey, Long> resting = new ConcurrentHashMap<>();

    public Balancer(Processors processors, Notes notes, Clock clock) {
        this.processors = processors;
        this.notes = notes;
        this.clock = clock;
        notes.all(NOTES).values().forEach(this::remember);
    }

    private void remember(byte[] note) {
        try {
            var kept = LoadBalanceRequest.parseFrom(note);
            var processor = kept.getProcessor();
            var key = new ProcessorKey(processor.getProcessorName(), processor.getTokenStoreIdentifier());
            Strategy.of(kept.getStrategy()).ifPresent(strategy -> strategies.put(key, strategy));
        } catch (InvalidProtocolBufferException e) {
            throw new StoreException(StoreException.Reason.READ, "A balancing strategy cannot be read", e);
        }
    }

    public Strategy strategy(ProcessorKey key) {
        return strategies.getOrDefault(key, Strategy.DEFAULT);
    }

    /** Keeps a processor balanced from now on, also one that does not run yet; the answer comes when that is durable. */
    public CompletableFuture<Void> keep(ProcessorKey key, Strategy strategy) {
        var kept = LoadBalanceRequest.newBuilder()
                .setProcessor(EventProcessorIdentifier.newBuilder()
                        .setProcessorName(key.name())
                        .setTokenStoreIdentifier(key.tokenStore()))
                .setStrategy(strategy.id())
                .build();
        var name = NOTES + key.name().length() + ":" + key.name() + key.tokenStore();
        return notes.put(name, kept.toByteArray()).thenAccept(written -> {
            strategies.put(key, strategy);
            resting.remove(key);
            balanceAgain();
        });
    }

    /** Balances a processor once; the answer comes when the instances have released what is to move. Nothing happens where none runs. */
    public CompletableFuture<Void> balance(ProcessorKey key, Strategy strategy) {
        var processor = processors.find(key);
        if (processor.isEmpty() || strategy == Strategy.DEFAULT) {
            return CompletableFuture.completedFuture(null);
        }
        var steering = new Steering(processor.get());
        var moves = Plan.of(processor.get());
        if (!moves.isEmpty()) {
            resting.put(key, clock.millis() + REST_MILLIS);
            log.info("Balancing {}: {}", key.name(), moves);
        }
        return CompletableFuture.allOf(moves.stream()
                .map(move -> steering.release(move.segment(), move.target()))
                .toArray(CompletableFuture[]::new));
    }

    /** Looks at the processors that are to be kept balanced; to be called now and then. */
    public void balanceAgain() {
        strategies.forEach((key, strategy) -> {
            if (resting.getOrDefault(key, 0L) <= clock.millis() && isSettled(key)) {
                balance(key, strategy).exceptionally(failure -> {
                    log.warn("{} could not be balanced: {}", key.name(), failure.getMessage());
                    return null;
                });
            }
        });
    }

    /** Whether every segment is reported exactly once: none is on its way from one instance to another. */
    private boolean isSettled(ProcessorKey key) {
        return processors
                .find(key)
                .map(processor -> processor.instances().stream()
                                .flatMap(instance -> instance.segments().stream())
                                .mapToDouble(segment -> 1.0 / Math.max(1, segment.getOnePartOf()))
                                .sum()
                        == 1.0)
                .orElse(false);
    }
}
