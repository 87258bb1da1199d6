package io.voltledger.node.garage;

import io.voltledger.node.garage.Messages.Idled;
import io.voltledger.node.garage.Messages.Metered;
import io.voltledger.node.garage.Messages.Plugged;
import io.voltledger.node.garage.Messages.Stop;
import io.voltledger.node.garage.Messages.Stopped;
import java.time.Duration;
import java.util.Objects;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.scheduling.EventScheduler;
import org.axonframework.eventhandling.scheduling.ScheduleToken;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/** Stops a session that meters nothing for too long. Its deadline is an event that the server publishes when it is due. */
@Saga
public class IdleWatch {

    private @Nullable ScheduleToken deadline;
    private Duration patience = Duration.ZERO;

    @StartSaga
    @SagaEventHandler(associationProperty = "session")
    void on(Plugged event, EventScheduler scheduler) {
        patience = Duration.ofMillis(event.patience());
        deadline = scheduler.schedule(patience, new Idled(event.session()));
    }

    @SagaEventHandler(associationProperty = "session")
    void on(Metered event, EventScheduler scheduler) {
        deadline = scheduler.reschedule(Objects.requireNonNull(deadline), patience, new Idled(event.session()));
    }

    @SagaEventHandler(associationProperty = "session")
    void on(Idled event, CommandGateway commands) {
        commands.sendAndWait(new Stop(event.session(), "idle"));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "session")
    void on(Stopped event, EventScheduler scheduler) {
        scheduler.cancelSchedule(Objects.requireNonNull(deadline));
    }
}
