package io.voltledger.node.processor;

import io.axoniq.axonserver.grpc.admin.EventProcessor;
import io.axoniq.axonserver.grpc.admin.EventProcessorIdentifier;
import io.axoniq.axonserver.grpc.admin.EventProcessorInstance;
import io.axoniq.axonserver.grpc.admin.EventProcessorSegment;
import io.axoniq.axonserver.grpc.control.EventProcessorInfo.SegmentStatus;

/** Processors as the public API describes them. */
final class Descriptions {

    private Descriptions() {}

    static EventProcessor of(Processor processor, ProcessorContext context) {
        var key = processor.key();
        return EventProcessor.newBuilder()
                .setIdentifier(EventProcessorIdentifier.newBuilder()
                        .setProcessorName(key.name())
                        .setTokenStoreIdentifier(key.tokenStore())
                        .setContextName(context.name()))
                .setMode(processor.mode())
                .setIsStreaming(processor.isStreaming())
                .setLoadBalancingStrategyName(context.balancer().strategy(key).id())
                .addAllClientInstance(
                        processor.instances().stream().map(Descriptions::of).toList())
                .build();
    }

    private static EventProcessorInstance of(Instance instance) {
        var client = instance.client().clientId();
        return EventProcessorInstance.newBuilder()
                .setClientId(client)
                .setIsRunning(instance.info().getRunning())
                .setMaxCapacity(instance.capacity())
                .addAllClaimedSegment(instance.segments().stream()
                        .map(segment -> of(segment, client))
                        .toList())
                .build();
    }

    private static EventProcessorSegment of(SegmentStatus segment, String client) {
        return EventProcessorSegment.newBuilder()
                .setId(segment.getSegmentId())
                .setOnePartOf(segment.getOnePartOf())
                .setClaimedBy(client)
                .setIsCaughtUp(segment.getCaughtUp())
                .setIsReplaying(segment.getReplaying())
                .setTokenPosition(segment.getTokenPosition())
                .setIsInError(!segment.getErrorState().isEmpty())
                .setError(segment.getErrorState())
                .build();
    }
}
