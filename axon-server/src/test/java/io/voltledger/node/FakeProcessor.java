package io.voltledger.node;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.control.ProcessorInstructionHandler;
import io.axoniq.axonserver.grpc.control.EventProcessorInfo;
import io.axoniq.axonserver.grpc.control.EventProcessorInfo.SegmentStatus;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application's event processor that does nothing but say what it is told; {@link #answer} decides how each instruction ends. */
final class FakeProcessor implements ProcessorInstructionHandler {

    static final String NAME = "bills";
    static final String TOKEN_STORE = "store";

    final List<String> told = new CopyOnWriteArrayList<>();
    volatile CompletableFuture<Boolean> answer = CompletableFuture.completedFuture(true);
    volatile EventProcessorInfo info;

    private FakeProcessor(EventProcessorInfo info) {
        this.info = info;
    }

    /** One that works on the segments 0, 1 and so on, each one part of so many, and has so many threads left. */
    static FakeProcessor with(int freeThreads, int... parts) {
        var info = EventProcessorInfo.newBuilder()
                .setProcessorName(NAME)
                .setTokenStoreIdentifier(TOKEN_STORE)
                .setMode("Pooled Streaming")
                .setIsStreamingProcessor(true)
                .setRunning(true)
                .setActiveThreads(parts.length)
                .setAvailableThreads(freeThreads);
        for (var segment = 0; segment < parts.length; segment++) {
            info.addSegmentStatus(SegmentStatus.newBuilder()
                    .setSegmentId(segment)
                    .setOnePartOf(parts[segment])
                    .setTokenPosition(100)
                    .setCaughtUp(true));
        }
        return new FakeProcessor(info.build());
    }

    FakeProcessor in(AxonServerConnection application) {
        application.controlChannel().registerEventProcessor(NAME, () -> info, this);
        return this;
    }

    @Override
    public CompletableFuture<Boolean> releaseSegment(int segment) {
        return tell("release " + segment);
    }

    @Override
    public CompletableFuture<Boolean> splitSegment(int segment) {
        return tell("split " + segment);
    }

    @Override
    public CompletableFuture<Boolean> mergeSegment(int segment) {
        return tell("merge " + segment);
    }

    @Override
    public CompletableFuture<Void> pauseProcessor() {
        return tell("pause").thenAccept(done -> {});
    }

    @Override
    public CompletableFuture<Void> startProcessor() {
        return tell("start").thenAccept(done -> {});
    }

    private CompletableFuture<Boolean> tell(String what) {
        told.add(what);
        return answer;
    }
}
