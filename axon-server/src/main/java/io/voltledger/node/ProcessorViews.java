package io.voltledger.node;

import static java.util.stream.Collectors.groupingBy;

import io.axoniq.axonserver.grpc.control.EventProcessorInfo.SegmentStatus;
import io.voltledger.node.platform.ClientSession;
import io.voltledger.node.processor.Instance;
import io.voltledger.node.processor.Processor;
import io.voltledger.node.processor.ProcessorContext;
import java.util.List;
import java.util.TreeMap;

/** Applications and event processors as the HTTP side shows them. */
final class ProcessorViews {

    /** An application by its name, with its connected instances. */
    record ComponentView(String name, String context, List<String> clients) {}

    /** A processor with its instances and their segments. */
    record ProcessorView(
            String name,
            String context,
            String tokenStoreIdentifier,
            String mode,
            boolean streaming,
            String loadBalancingStrategy,
            List<InstanceView> instances,
            List<SegmentView> segments) {}

    /** A processor in one application. */
    record InstanceView(
            String clientId,
            String component,
            boolean running,
            boolean error,
            int activeThreads,
            int availableThreads) {}

    /** A segment where it is worked on; the error is empty when there is none. */
    record SegmentView(
            int segmentId,
            int onePartOf,
            String clientId,
            long tokenPosition,
            boolean caughtUp,
            boolean replaying,
            String errorState) {}

    private ProcessorViews() {}

    static List<ComponentView> components(NodeContext context) {
        var components = context.clients().connected().stream()
                .collect(groupingBy(ClientSession::component, TreeMap::new, java.util.stream.Collectors.toList()));
        return components.entrySet().stream()
                .map(component -> new ComponentView(
                        component.getKey(),
                        context.name(),
                        component.getValue().stream()
                                .map(ClientSession::clientId)
                                .sorted()
                                .toList()))
                .toList();
    }

    static ProcessorView of(Processor processor, ProcessorContext context) {
        var key = processor.key();
        return new ProcessorView(
                key.name(),
                context.name(),
                key.tokenStore(),
                processor.mode(),
                processor.isStreaming(),
                context.balancer().strategy(key).id(),
                processor.instances().stream().map(ProcessorViews::of).toList(),
                processor.instances().stream()
                        .flatMap(instance -> instance.segments().stream().map(segment -> of(instance, segment)))
                        .toList());
    }

    private static InstanceView of(Instance instance) {
        var info = instance.info();
        return new InstanceView(
                instance.client().clientId(),
                instance.client().component(),
                info.getRunning(),
                info.getError(),
                info.getActiveThreads(),
                info.getAvailableThreads());
    }

    private static SegmentView of(Instance instance, SegmentStatus segment) {
        return new SegmentView(
                segment.getSegmentId(),
                segment.getOnePartOf(),
                instance.client().clientId(),
                segment.getTokenPosition(),
                segment.getCaughtUp(),
                segment.getReplaying(),
                segment.getErrorState());
    }
}
