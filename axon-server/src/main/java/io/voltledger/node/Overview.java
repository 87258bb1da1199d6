package io.voltledger.node;

import static java.time.temporal.ChronoUnit.SECONDS;

import io.axoniq.axonserver.grpc.control.EventProcessorInfo;
import io.axoniq.axonserver.grpc.control.EventProcessorInfo.SegmentStatus;
import io.voltledger.node.platform.ClientSession;
import io.voltledger.node.store.CutEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;

/** What the node's page shows, at this moment. Times are ISO 8601 in UTC, sizes in bytes, counts since the start. */
final class Overview {

    /** The node as a whole. */
    record Node(String version, String started, String now, boolean up, long freeBytes, List<Context> contexts) {}

    record Context(
            String name,
            boolean writable,
            long lastToken,
            long events,
            long bytes,
            long cutBytes,
            List<CutEnd> cutEnds,
            long commands,
            long pendingCommands,
            long queries,
            int activeQueries,
            int subscriptions,
            List<Application> applications,
            List<Handled> commandHandlers,
            List<Handled> queryHandlers,
            List<Processor> processors) {}

    record Application(String component, String client, String version, String since) {}

    record Handled(String name, Set<String> clients) {}

    /** One processor within one client; {@code running} and {@code failed} are what that client last said. */
    record Processor(
            String component,
            String client,
            String name,
            String mode,
            boolean running,
            boolean failed,
            int threads,
            int freeThreads,
            List<Segment> segments) {}

    record Segment(int id, int of, boolean caughtUp, boolean replaying, long position, String error) {}

    private final Contexts contexts;
    private final DataDirectory directory;
    private final DiskUsage usage = new DiskUsage();
    private final Instant started = Instant.now();

    Overview(Contexts contexts, DataDirectory directory) {
        this.contexts = contexts;
        this.directory = directory;
    }

    /** Of the contexts that the reader may see; the node is up when all of its contexts take events. */
    Node now(Predicate<String> visible) {
        var all = contexts.all();
        var up = all.stream().allMatch(context -> context.store().isWritable());
        var shown = all.stream()
                .filter(context -> visible.test(context.name()))
                .sorted(Comparator.comparing(NodeContext::name))
                .map(this::view)
                .toList();
        return new Node(
                StatusRoutes.version(),
                started.truncatedTo(SECONDS).toString(),
                Instant.now().toString(),
                up,
                freeBytes(),
                shown);
    }

    private long freeBytes() {
        try {
            return Files.getFileStore(directory.root()).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("The free space at " + directory.root() + " is not known", e);
        }
    }

    private Context view(NodeContext context) {
        var store = context.store();
        var sessions = context.clients().connected().stream()
                .sorted(Comparator.comparing(ClientSession::component).thenComparing(ClientSession::clientId))
                .toList();
        return new Context(
                context.name(),
                store.isWritable(),
                store.lastToken(),
                store.appendedEvents(),
                usage.of(directory.context(context.name())),
                store.cutBytes(),
                store.cutEnds(),
                context.commands().dispatched(),
                context.commands().pending(),
                context.queries().asked(),
                context.queries().active(),
                context.queries().subscriptions(),
                sessions.stream().map(Overview::application).toList(),
                handled(context.commands().handlers()),
                handled(context.queries().handlers()),
                sessions.stream()
                        .flatMap(session -> session.processors().stream().map(info -> processor(session, info)))
                        .sorted(Comparator.comparing(Processor::component)
                                .thenComparing(Processor::name)
                                .thenComparing(Processor::client))
                        .toList());
    }

    private static Application application(ClientSession session) {
        return new Application(
                session.component(),
                session.clientId(),
                session.version(),
                session.since().truncatedTo(SECONDS).toString());
    }

    private static List<Handled> handled(SortedMap<String, Set<String>> handlers) {
        return handlers.entrySet().stream()
                .map((Map.Entry<String, Set<String>> entry) -> new Handled(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Processor processor(ClientSession session, EventProcessorInfo info) {
        return new Processor(
                session.component(),
                session.clientId(),
                info.getProcessorName(),
                info.getMode(),
                info.getRunning(),
                info.getError(),
                info.getActiveThreads(),
                info.getAvailableThreads(),
                info.getSegmentStatusList().stream()
                        .sorted(Comparator.comparingInt(SegmentStatus::getSegmentId))
                        .map(Overview::segment)
                        .toList());
    }

    private static Segment segment(SegmentStatus status) {
        return new Segment(
                status.getSegmentId(),
                status.getOnePartOf(),
                status.getCaughtUp(),
                status.getReplaying(),
                status.getTokenPosition(),
                status.getErrorState());
    }
}
