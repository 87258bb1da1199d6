package io.voltledger.node.processor;

import io.axoniq.axonserver.grpc.control.EventProcessorInfo;
import io.axoniq.axonserver.grpc.control.EventProcessorInfo.SegmentStatus;
import io.voltledger.node.platform.ClientSession;
import java.util.List;
import java.util.Optional;

/**
 * An event processor in one application.
 *
 * @param client the application
 * @param info what it last reported
 */
public record Instance(ClientSession client, EventProcessorInfo info) {

    ProcessorKey key() {
        return new ProcessorKey(info.getProcessorName(), info.getTokenStoreIdentifier());
    }

    public List<SegmentStatus> segments() {
        return info.getSegmentStatusList();
    }

    Optional<SegmentStatus> segment(int id) {
        return segments().stream()
                .filter(segment -> segment.getSegmentId() == id)
                .findFirst();
    }

    /** How many segments it can work on. */
    public int capacity() {
        return info.getActiveThreads() + info.getAvailableThreads();
    }
}
