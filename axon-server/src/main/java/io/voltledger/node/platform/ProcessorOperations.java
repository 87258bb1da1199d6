package io.voltledger.node.platform;

import static java.util.Comparator.comparingInt;

import io.axoniq.axonserver.grpc.InstructionResult;
import io.axoniq.axonserver.grpc.control.EventProcessorInfo;
import io.axoniq.axonserver.grpc.control.EventProcessorInfo.SegmentStatus;
import io.axoniq.axonserver.grpc.control.EventProcessorReference;
import io.axoniq.axonserver.grpc.control.EventProcessorSegmentReference;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Steers event processors in the applications that run them. Each operation's answer says whether all that were told have done it. */
public final class ProcessorOperations {

    private static final int PATIENCE_SECONDS = 10;

    /** A segment and the application that works on it. */
    private record Place(ClientSession session, SegmentStatus segment) {}

    private final Clients clients;

    public ProcessorOperations(Clients clients) {
        this.clients = clients;
    }

    public CompletableFuture<Boolean> pause(String component, String processor) {
        var reference = EventProcessorReference.newBuilder().setProcessorName(processor);
        return tell(
                running(component, processor),
                session -> PlatformOutboundInstruction.newBuilder().setPauseEventProcessor(reference));
    }

    public CompletableFuture<Boolean> start(String component, String processor) {
        var reference = EventProcessorReference.newBuilder().setProcessorName(processor);
        return tell(
                running(component, processor),
                session -> PlatformOutboundInstruction.newBuilder().setStartEventProcessor(reference));
    }

    /** Splits the largest segment. */
    public CompletableFuture<Boolean> split(String component, String processor) {
        var largest = places(component, processor).stream()
                .min(comparingInt(place -> place.segment().getOnePartOf()));
        return atSegment(
                largest,
                place -> PlatformOutboundInstruction.newBuilder()
                        .setSplitEventProcessorSegment(segment(processor, place.segment())));
    }

    /** Merges the smallest segment with its sibling, which every other application is told to release first. */
    public CompletableFuture<Boolean> merge(String component, String processor) {
        var places = places(component, processor);
        var smallest = places.stream()
                .filter(place -> place.segment().getOnePartOf() > 1)
                .max(comparingInt(place -> place.segment().getOnePartOf()));
        if (smallest.isEmpty()) {
            return CompletableFuture.completedFuture(false);
        }
        var place = smallest.get();
        var others = places.stream()
                .filter(other -> other.session() != place.session())
                .filter(other -> other.segment().getSegmentId() == sibling(place.segment()))
                .map(Place::session)
                .toList();
        var sibling = EventProcessorSegmentReference.newBuilder()
                .setProcessorName(processor)
                .setSegmentIdentifier(sibling(place.segment()));
        return tell(others, session -> PlatformOutboundInstruction.newBuilder().setReleaseSegment(sibling))
                .thenCompose(released -> atSegment(
                        smallest,
                        merged -> PlatformOutboundInstruction.newBuilder()
                                .setMergeEventProcessorSegment(segment(processor, merged.segment()))));
    }

    /** Of a segment that is one part of n, the sibling differs in the highest bit below n. */
    private static int sibling(SegmentStatus segment) {
        return segment.getSegmentId() ^ (segment.getOnePartOf() >> 1);
    }

    private static EventProcessorSegmentReference.Builder segment(String processor, SegmentStatus segment) {
        return EventProcessorSegmentReference.newBuilder()
                .setProcessorName(processor)
                .setSegmentIdentifier(segment.getSegmentId());
    }

    private List<ClientSession> running(String component, String processor) {
        return clients.connected().stream()
                .filter(session -> session.component().equals(component))
                .filter(session -> info(session, processor).isPresent())
                .toList();
    }

    private static Optional<EventProcessorInfo> info(ClientSession session, String processor) {
        return session.processors().stream()
                .filter(info -> info.getProcessorName().equals(processor))
                .findFirst();
    }

    private List<Place> places(String component, String processor) {
        return running(component, processor).stream()
                .flatMap(session -> info(session, processor).stream()
                        .flatMap(info -> info.getSegmentStatusList().stream())
                        .map(segment -> new Place(session, segment)))
                .toList();
    }

    private static CompletableFuture<Boolean> atSegment(
            Optional<Place> place, Function<Place, PlatformOutboundInstruction.Builder> instruction) {
        return place.map(at -> tell(List.of(at.session()), session -> instruction.apply(at)))
                .orElseGet(() -> CompletableFuture.completedFuture(false));
    }

    private static CompletableFuture<Boolean> tell(
            List<ClientSession> sessions, Function<ClientSession, PlatformOutboundInstruction.Builder> instruction) {
        var results = sessions.stream()
                .map(session -> session.instruct(instruction.apply(session)))
                .toList();
        return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .handle((done, failure) -> failure == null
                        && !results.isEmpty()
                        && results.stream().map(CompletableFuture::join).allMatch(InstructionResult::getSuccess));
    }
}
