package io.voltledger.api.chargepoint;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of the message logs: each gateway node keeps its own, so all are asked and their answers merged. */
public sealed interface MessageLogQuery {

    /**
     * Answers {@link StationMessages}, newest first. What is absent does not restrict.
     *
     * @param from the earliest time wanted
     * @param to the first time not wanted any more
     * @param showIdTags whether drivers' id tags stand in the frames as they are; else they are masked
     * @param before only what is older than this one
     * @param limit how many at most
     */
    record ListStationMessages(
            StationId station,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String action,
            StationMessage.@Nullable Direction direction,
            StationMessage.@Nullable Outcome outcome,
            boolean showIdTags,
            @Nullable StationMessageId before,
            int limit)
            implements MessageLogQuery {}

    /**
     * One node's answer.
     *
     * @param searchedTo how far back was looked; absent where nothing older is left
     */
    record StationMessages(
            List<StationMessage> items, @Nullable StationMessageId searchedTo) {}

    /** @param next cursor of the following page; absent at the end */
    record StationMessagePage(
            List<StationMessage> items, @Nullable String next) {}
}
