package io.voltledger.node.processor;

import io.axoniq.axonserver.grpc.control.EventProcessorInfo.SegmentStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Plans how segments go from instances with many for their threads to those with few. Nothing is planned that would not make it better. */
final class Plan {

    /** A segment and the client that is to have it. */
    record Move(int segment, String target) {}

    private static final class Load {
        private final String client;
        private final long capacity;
        private final Deque<Integer> segments = new ArrayDeque<>();

        Load(Instance instance) {
            client = instance.client().clientId();
            capacity = instance.capacity();
            instance.segments().stream()
                    .map(SegmentStatus::getSegmentId)
                    .sorted()
                    .forEach(segments::add);
        }

        double share() {
            return (double) segments.size() / capacity;
        }

        double shareWithOneMore() {
            return (double) (segments.size() + 1) / capacity;
        }
    }

    private Plan() {}

    static List<Move> of(Processor processor) {
        var loads = processor.instances().stream()
                .filter(instance -> instance.info().getRunning() && instance.capacity() > 0)
                .map(Load::new)
                .toList();
        var moves = new ArrayList<Move>();
        if (loads.size() > 1) {
            while (moveOne(loads, moves)) {}
        }
        return moves;
    }

    /** Every move brings the shares nearer to each other, so there is an end. */
    private static boolean moveOne(List<Load> loads, List<Move> moves) {
        var from = loads.stream().max(Comparator.comparingDouble(Load::share)).orElseThrow();
        var to = loads.stream()
                .min(Comparator.comparingDouble(Load::shareWithOneMore))
                .orElseThrow();
        if (from == to || to.shareWithOneMore() >= from.share() || to.segments.size() >= to.capacity) {
            return false;
        }
        int segment = from.segments.removeLast();
        to.segments.addFirst(segment);
        moves.add(new Move(segment, to.client));
        return true;
    }
}
