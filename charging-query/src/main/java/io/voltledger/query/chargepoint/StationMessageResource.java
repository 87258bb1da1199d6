package io.voltledger.query.chargepoint;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.chargepoint.MessageLogQuery.StationMessagePage;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.query.web.Paging;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What stations and gateways said to each other, over REST. */
@RestController
@Tag(name = "Charge points")
class StationMessageResource {

    private final MessageLogs logs;

    StationMessageResource(MessageLogs logs) {
        this.logs = logs;
    }

    @GetMapping("/api/charge-points/{station}/messages")
    @Operation(
            summary = "Each frame from and to the station, newest first",
            description = "As the gateways keep them for a while. Credentials are always masked, id tags unless the"
                    + " setting voltledger.query.show-id-tags says otherwise.")
    StationMessagePage messages(
            @PathVariable StationId station, @ParameterObject MessageFilter filter, @ParameterObject Paging paging) {
        return logs.page(station, filter, paging.unread().limit(), paging.cursor());
    }
}
