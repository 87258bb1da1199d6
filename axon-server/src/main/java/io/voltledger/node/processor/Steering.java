package io.voltledger.node.processor;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.reverseOrder;

import io.axoniq.axonserver.grpc.InstructionResult;
import io.axoniq.axonserver.grpc.control.EventProcessorInfo.SegmentStatus;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.grpc.StatusRuntimeException;
import io.voltledger.node.platform.ClientSession;
import io.voltledger.node.wire.ErrorCode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Steers an event processor in the applications that run it. An operation is done when all that were told say so; it fails with a
 * {@link StatusRuntimeException} when one cannot do it, is silent for 8 seconds or goes.
 */
public final class Steering {

    private static final int PATIENCE_SECONDS = 8;
    private static final int RETRIES = 5;
    private static final int RETRY_MILLIS = 300;

    /** Among segments of one size, Axon Server takes the one with the highest number. */
    private static final Comparator<Place> LARGEST = comparing(
            Place::segment,
            comparingInt(SegmentStatus::getOnePartOf).thenComparing(SegmentStatus::getSegmentId, reverseOrder()));

    private static final Comparator<Place> SMALLEST = comparing(
            Place::segment, comparingInt(SegmentStatus::getOnePartOf).thenComparing(SegmentStatus::getSegmentId));

    /** A segment and the instance that works on it. */
    private record Place(Instance instance, SegmentStatus segment) {}

    private final Processor processor;
    private final Instructions instructions;

    public Steering(Processor processor) {
        this.processor = processor;
        instructions = new Instructions(processor.key().name());
    }

    public CompletableFuture<Void> pause() {
        return tell(everywhere(), instructions.pause());
    }

    public CompletableFuture<Void> start() {
        return tell(everywhere(), instructions.start());
    }

    /** Splits the largest segment. */
    public CompletableFuture<Void> split() {
        return places().min(LARGEST)
                .map(place -> tell(
                        List.of(place.instance().client()),
                        instructions.split(place.segment().getSegmentId())))
                .orElseGet(() -> cannot("No instance of %s works on a segment".formatted(name())));
    }

    /** Merges the smallest segment with its sibling, which every other instance is told to release first. */
    public CompletableFuture<Void> merge() {
        var smallest =
                places().filter(place -> place.segment().getOnePartOf() > 1).max(SMALLEST);
        return smallest.map(this::merge)
                .orElseGet(() -> cannot("%s has no two segments that could be merged".formatted(name())));
    }

    private CompletableFuture<Void> merge(Place smallest) {
        var segment = smallest.segment();
        var sibling = sibling(segment);
        var holders =
                clients(instance -> instance.client() != smallest.instance().client()
                        && instance.segment(sibling).isPresent());
        var merge = instructions.merge(segment.getSegmentId());
        var keeper = List.of(smallest.instance().client());
        return tell(holders, instructions.release(sibling))
                .thenCompose(released -> tellAgain(keeper, merge, holders.isEmpty() ? 0 : RETRIES));
    }

    /** An application says that it released a segment before it has given up the token, so what needs the token may need another try. */
    private CompletableFuture<Void> tellAgain(
            List<ClientSession> clients, PlatformOutboundInstruction instruction, int retries) {
        var first = tell(clients, instruction);
        if (retries == 0) {
            return first;
        }
        return first.exceptionallyComposeAsync(
                failure -> tellAgain(clients, instruction, retries - 1),
                CompletableFuture.delayedExecutor(RETRY_MILLIS, TimeUnit.MILLISECONDS));
    }

    /** Moves a segment to an instance that must be there and have a free thread, by having all others release it. */
    public CompletableFuture<Void> move(int segment, String target) {
        var wanted = processor.instances().stream()
                .filter(instance -> instance.client().clientId().equals(target))
                .findFirst();
        if (wanted.isEmpty()) {
            var text = "No instance of %s runs in %s".formatted(name(), target);
            return CompletableFuture.failedFuture(ErrorCode.UNKNOWN_TARGET.failure(text));
        }
        if (wanted.get().segment(segment).isPresent()) {
            return CompletableFuture.completedFuture(null);
        }
        if (wanted.get().info().getAvailableThreads() < 1) {
            var text = "%s has no free thread for %s".formatted(target, name());
            return CompletableFuture.failedFuture(ErrorCode.NO_FREE_THREAD.failure(text));
        }
        return release(segment, target);
    }

    /** Has all instances but one release a segment. */
    public CompletableFuture<Void> release(int segment, String except) {
        return tell(clients(instance -> !instance.client().clientId().equals(except)), instructions.release(segment));
    }

    private String name() {
        return processor.key().name();
    }

    private List<ClientSession> everywhere() {
        return clients(instance -> true);
    }

    private List<ClientSession> clients(Predicate<Instance> which) {
        return processor.instances().stream()
                .filter(which)
                .map(Instance::client)
                .toList();
    }

    private Stream<Place> places() {
        return processor.instances().stream()
                .flatMap(instance -> instance.segments().stream().map(segment -> new Place(instance, segment)));
    }

    /** Of a segment that is one part of n, the sibling differs in the highest bit below n. */
    private static int sibling(SegmentStatus segment) {
        return segment.getSegmentId() ^ (segment.getOnePartOf() >> 1);
    }

    private static CompletableFuture<Void> cannot(String why) {
        return CompletableFuture.failedFuture(ErrorCode.INSTRUCTION_FAILED.failure(why));
    }

    private CompletableFuture<Void> tell(List<ClientSession> clients, PlatformOutboundInstruction instruction) {
        var results = clients.stream()
                .map(client -> client.instruct(instruction.toBuilder()).thenAccept(result -> check(client, result)))
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(results)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .exceptionallyCompose(failure ->
                        CompletableFuture.failedFuture(failure instanceof TimeoutException ? silent() : failure));
    }

    private StatusRuntimeException silent() {
        return ErrorCode.INSTRUCTION_TIMEOUT.failure(
                "Not all instances of %s answered within %d s".formatted(name(), PATIENCE_SECONDS));
    }

    private static void check(ClientSession client, InstructionResult result) {
        if (!result.getSuccess()) {
            var why = Optional.of(result.getError().getMessage()).filter(text -> !text.isEmpty());
            throw ErrorCode.INSTRUCTION_FAILED.failure(
                    "%s could not do it: %s".formatted(client.clientId(), why.orElse("it gives no reason")));
        }
    }
}
