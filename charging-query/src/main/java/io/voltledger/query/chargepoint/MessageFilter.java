package io.voltledger.query.chargepoint;

import io.swagger.v3.oas.annotations.Parameter;
import io.voltledger.api.chargepoint.StationMessage.Direction;
import io.voltledger.api.chargepoint.StationMessage.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which of a station's messages are wanted; what is absent does not restrict. */
public record MessageFilter(
        @Parameter(description = "The earliest time wanted") @Nullable Instant from,

        @Parameter(description = "The first time not wanted any more") @Nullable Instant to,

        @Parameter(description = "Only frames of this OCPP action") @Nullable String action,

        @Parameter(description = "IN: from the station; OUT: to it") @Nullable Direction direction,

        @Parameter(description = "How the exchange ended") @Nullable Outcome outcome) {

    @Nullable String actionIfAny() {
        return action == null || action.isBlank() ? null : action.strip();
    }
}
