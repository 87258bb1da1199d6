package io.voltledger.node.processor;

import io.axoniq.axonserver.grpc.control.EventProcessorReference;
import io.axoniq.axonserver.grpc.control.EventProcessorSegmentReference;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;

/** The instructions of the public API about one event processor. */
record Instructions(String processor) {

    PlatformOutboundInstruction pause() {
        return PlatformOutboundInstruction.newBuilder()
                .setPauseEventProcessor(reference())
                .build();
    }

    PlatformOutboundInstruction start() {
        return PlatformOutboundInstruction.newBuilder()
                .setStartEventProcessor(reference())
                .build();
    }

    PlatformOutboundInstruction split(int segment) {
        return PlatformOutboundInstruction.newBuilder()
                .setSplitEventProcessorSegment(reference(segment))
                .build();
    }

    PlatformOutboundInstruction merge(int segment) {
        return PlatformOutboundInstruction.newBuilder()
                .setMergeEventProcessorSegment(reference(segment))
                .build();
    }

    PlatformOutboundInstruction release(int segment) {
        return PlatformOutboundInstruction.newBuilder()
                .setReleaseSegment(reference(segment))
                .build();
    }

    private EventProcessorReference.Builder reference() {
        return EventProcessorReference.newBuilder().setProcessorName(processor);
    }

    private EventProcessorSegmentReference.Builder reference(int segment) {
        return EventProcessorSegmentReference.newBuilder()
                .setProcessorName(processor)
                .setSegmentIdentifier(segment);
    }
}
