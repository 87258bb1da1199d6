package io.voltledger.node.event;

import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.event.CancelScheduledEventRequest;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventSchedulerGrpc.EventSchedulerImplBase;
import io.axoniq.axonserver.grpc.event.RescheduleEventRequest;
import io.axoniq.axonserver.grpc.event.ScheduleEventRequest;
import io.axoniq.axonserver.grpc.event.ScheduleToken;
import io.grpc.stub.StreamObserver;
import io.voltledger.node.store.EventStore;
import io.voltledger.node.wire.Acks;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The event scheduler service of the public API. */
public final class EventSchedulerService extends EventSchedulerImplBase {

    private final Supplier<EventStore> stores;

    /** The supplier knows the store of the current call's context. */
    public EventSchedulerService(Supplier<EventStore> stores) {
        this.stores = stores;
    }

    @Override
    public void scheduleEvent(ScheduleEventRequest request, StreamObserver<ScheduleToken> client) {
        schedule(request.getInstant(), request.getEvent(), null, client);
    }

    @Override
    public void rescheduleEvent(RescheduleEventRequest request, StreamObserver<ScheduleToken> client) {
        var replaced = request.getToken().isEmpty() ? null : request.getToken();
        schedule(request.getInstant(), request.getEvent(), replaced, client);
    }

    private void schedule(long due, Event event, @Nullable String replaced, StreamObserver<ScheduleToken> client) {
        stores.get()
                .schedule(due, event.toByteArray(), replaced)
                .thenApply(token -> ScheduleToken.newBuilder().setToken(token).build())
                .whenComplete((token, failure) -> Answers.give(client, token, failure));
    }

    @Override
    public void cancelScheduledEvent(CancelScheduledEventRequest request, StreamObserver<InstructionAck> client) {
        var ack = Acks.success("");
        stores.get()
                .cancelSchedule(request.getToken())
                .whenComplete((waiting, failure) -> Answers.give(client, ack, failure));
    }
}
