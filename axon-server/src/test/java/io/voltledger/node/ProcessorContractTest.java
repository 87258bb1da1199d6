package io.voltledger.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axoniq.axonserver.connector.control.ProcessorInstructionHandler;
import io.axoniq.axonserver.grpc.control.EventProcessorInfo;
import io.axoniq.axonserver.grpc.control.EventProcessorInfo.SegmentStatus;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ProcessorContractTest extends NodeTest {

    private final List<String> done = new CopyOnWriteArrayList<>();

    private EventProcessorInfo info(int... sizes) {
        var info = EventProcessorInfo.newBuilder().setProcessorName("bills").setIsStreamingProcessor(true);
        for (var segment = 0; segment < sizes.length; segment++) {
            info.addSegmentStatus(
                    SegmentStatus.newBuilder().setSegmentId(segment).setOnePartOf(sizes[segment]));
        }
        return info.build();
    }

    private final ProcessorInstructionHandler handler = new ProcessorInstructionHandler() {
        @Override
        public CompletableFuture<Boolean> releaseSegment(int segment) {
            return did("release " + segment);
        }

        @Override
        public CompletableFuture<Boolean> splitSegment(int segment) {
            return did("split " + segment);
        }

        @Override
        public CompletableFuture<Boolean> mergeSegment(int segment) {
            return did("merge " + segment);
        }

        @Override
        public CompletableFuture<Void> pauseProcessor() {
            return CompletableFuture.runAsync(() -> done.add("pause"));
        }

        @Override
        public CompletableFuture<Void> startProcessor() {
            return CompletableFuture.runAsync(() -> done.add("start"));
        }

        private CompletableFuture<Boolean> did(String what) {
            done.add(what);
            return CompletableFuture.completedFuture(true);
        }
    };

    private void run(EventProcessorInfo info) {
        connect("billing").controlChannel().registerEventProcessor("bills", () -> info, handler);
        await().until(() -> Http.patch(node.httpPort(), "/v1/components/billing/processors/bills/start") == 200);
    }

    private int patch(String operation) {
        return Http.patch(node.httpPort(), "/v1/components/billing/processors/bills/" + operation);
    }

    @Test
    void pausesAndStartsAProcessor() {
        run(info(1));

        assertThat(patch("pause")).isEqualTo(200);
        assertThat(done).endsWith("start", "pause");
    }

    @Test
    void splitsTheLargestSegmentAndMergesTheSmallest() {
        run(info(2, 4, 4, 4));

        assertThat(patch("segments/split")).isEqualTo(200);
        assertThat(patch("segments/merge")).isEqualTo(200);
        assertThat(done)
                .contains("split 0")
                .last()
                .asString()
                .startsWith("merge ")
                .isNotEqualTo("merge 0");
    }

    @Test
    void knowsWhichProcessorsThereAreNot() {
        assertThat(patch("pause")).isEqualTo(404);
        assertThat(patch("explode")).isEqualTo(404);
    }
}
