package io.voltledger.node.platform;

import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.InstructionResult;
import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.EventProcessorInfo;
import io.axoniq.axonserver.grpc.control.Heartbeat;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.grpc.Status;
import io.voltledger.node.wire.OutboundStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One connected application: its instruction stream, its event processors, and when it was last heard. */
public final class ClientSession {

    private static final PlatformOutboundInstruction BEAT = PlatformOutboundInstruction.newBuilder()
            .setHeartbeat(Heartbeat.getDefaultInstance())
            .build();

    private final ClientIdentification identity;
    private final OutboundStream<PlatformOutboundInstruction> outbound;
    private final Map<String, EventProcessorInfo> processors = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<InstructionResult>> instructions = new ConcurrentHashMap<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Instant since = Instant.now();
    private volatile boolean beats;

    ClientSession(ClientIdentification identity, OutboundStream<PlatformOutboundInstruction> outbound) {
        this.identity = identity;
        this.outbound = outbound;
    }

    public String clientId() {
        return identity.getClientId();
    }

    public String component() {
        return identity.getComponentName();
    }

    /** The version of the framework that it told, empty where it told none. */
    public String version() {
        return identity.getVersion();
    }

    /** When it connected. */
    public Instant since() {
        return since;
    }

    /** What it last reported about its event processors. */
    public Collection<EventProcessorInfo> processors() {
        return List.copyOf(processors.values());
    }

    void heard() {
        unanswered.set(0);
    }

    /** The client answers heartbeats, so from now on its silence means something. */
    void heardBeat() {
        beats = true;
    }

    /** Beats since it was last heard. Counted rather than timed: a node that was itself held up blames nobody. */
    int unansweredBeats() {
        return beats ? unanswered.get() : 0;
    }

    void beat() {
        unanswered.incrementAndGet();
        outbound.send(BEAT);
    }

    void report(EventProcessorInfo info) {
        processors.put(info.getProcessorName(), info);
    }

    /** Sends an instruction; the answer is what the application says it has done. */
    public CompletableFuture<InstructionResult> instruct(PlatformOutboundInstruction.Builder instruction) {
        var id = UUID.randomUUID().toString();
        var result = new CompletableFuture<InstructionResult>();
        instructions.put(id, result);
        outbound.send(instruction.setInstructionId(id).build());
        return result.whenComplete((done, failure) -> instructions.remove(id));
    }

    /** The application does not know such an instruction. */
    void reject(InstructionAck ack) {
        if (!ack.getSuccess()
                && instructions.get(ack.getInstructionId()) instanceof CompletableFuture<InstructionResult> waiting) {
            waiting.complete(InstructionResult.newBuilder()
                    .setInstructionId(ack.getInstructionId())
                    .setError(ack.getError())
                    .build());
        }
    }

    void complete(InstructionResult result) {
        var waiting = instructions.get(result.getInstructionId());
        if (waiting != null) {
            waiting.complete(result);
        }
    }

    void ended() {
        var gone = Status.UNAVAILABLE.withDescription("Client " + clientId() + " has gone");
        instructions.values().forEach(waiting -> waiting.completeExceptionally(gone.asRuntimeException()));
    }
}
