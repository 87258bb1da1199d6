package io.voltledger.saga.wallet;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.voltledger.api.wallet.HoldId;
import io.voltledger.api.wallet.WalletEvent.FundsHeld;
import io.voltledger.api.wallet.WalletEvent.HoldCaptured;
import io.voltledger.api.wallet.WalletEvent.HoldExpired;
import io.voltledger.api.wallet.WalletEvent.HoldReleased;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * One hold of a wallet, from when the funds are set aside until they are captured, released or, when its time is over, the
 * member's again. Whoever asked for the hold may be long gone by then. Public only because the framework makes it.
 */
@Saga
@ProcessingGroup(HoldSaga.GROUP)
public class HoldSaga {

    static final String GROUP = "wallet-holds";
    static final String EXPIRY = "hold-expiry";

    @JsonProperty
    private @Nullable FundsHeld held;

    @JsonProperty
    private @Nullable String deadline;

    @StartSaga
    @SagaEventHandler(associationProperty = "hold")
    void on(FundsHeld event, HoldExpiry expiry, DeadlineManager deadlines) {
        if (held == null) {
            held = event;
            deadline = expiry.schedule(event, deadlines);
        }
    }

    @DeadlineHandler(deadlineName = EXPIRY)
    void isOver(HoldId hold, HoldExpiry expiry) {
        if (held != null && held.hold().equals(hold)) {
            expiry.expire(held);
        }
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "hold")
    void on(HoldCaptured event, DeadlineManager deadlines) {
        cancel(deadlines);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "hold")
    void on(HoldReleased event, DeadlineManager deadlines) {
        cancel(deadlines);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "hold")
    void on(HoldExpired event) {
        // It was the deadline that brought it.
    }

    private void cancel(DeadlineManager deadlines) {
        if (deadline != null) {
            deadlines.cancelSchedule(EXPIRY, deadline);
        }
    }
}
