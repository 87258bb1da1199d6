package io.voltledger.saga.wallet;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.voltledger.api.wallet.PointsLotId;
import io.voltledger.api.wallet.WalletEvent.PointsGranted;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/** One lot of points, from when it is granted until its time is over. Public only because the framework makes it. */
@Saga
@ProcessingGroup(PointsSaga.GROUP)
public class PointsSaga {

    static final String GROUP = "wallet-points";
    static final String EXPIRY = "points-expiry";

    @JsonProperty
    private @Nullable PointsGranted granted;

    @StartSaga
    @SagaEventHandler(associationProperty = "lot")
    void on(PointsGranted event, PointsExpiry expiry, DeadlineManager deadlines) {
        if (granted == null) {
            granted = event;
            expiry.schedule(event, deadlines);
        }
    }

    @EndSaga
    @DeadlineHandler(deadlineName = EXPIRY)
    void isOver(PointsLotId lot, PointsExpiry expiry) {
        if (granted != null && granted.lot().equals(lot)) {
            expiry.expire(granted);
        }
    }
}
