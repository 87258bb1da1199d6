package io.voltledger.query.chargepoint;

import io.voltledger.api.chargepoint.ChargePointQuery.StationCommandPage;
import io.voltledger.api.chargepoint.StationAnswer.Outcome;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationCommandView;
import io.voltledger.api.chargepoint.StationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A command to a station as the REST API shows it: what went to the wire and what came back, as JSON.
 *
 * @param request the operation's fields, as they were given
 * @param outcome absent while the answer is awaited
 * @param answer the payload of the station's answer
 * @param error of a CALLERROR
 */
record StationCommandReport(
        StationCommandId id,
        StationId station,
        String action,
        State state,
        JsonNode request,
        @Nullable Outcome outcome,
        @Nullable JsonNode answer,
        @Nullable CallError error,
        Instant dispatchedAt,
        @Nullable Instant endedAt) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** How far a command is. */
    enum State {
        DISPATCHED,
        ANSWERED,
        REJECTED,
        TIMED_OUT,
        OFFLINE
    }

    record CallError(String code, String description, JsonNode details) {}

    record StationCommandReports(
            List<StationCommandReport> items, @Nullable String next) {

        static StationCommandReports of(StationCommandPage page) {
            return new StationCommandReports(
                    page.items().stream().map(StationCommandReport::of).toList(), page.next());
        }
    }

    static StationCommandReport of(StationCommandView view) {
        boolean rejected = view.outcome() == Outcome.CALL_ERROR;
        JsonNode answer = view.answer() == null ? null : JSON.readTree(view.answer());
        return new StationCommandReport(
                view.id(),
                view.station(),
                view.action(),
                state(view.outcome()),
                JSON.readTree(view.payload()),
                view.outcome(),
                rejected ? null : answer,
                rejected && answer != null ? error(answer) : null,
                view.dispatchedAt(),
                view.endedAt());
    }

    private static CallError error(JsonNode answer) {
        return new CallError(
                answer.path("errorCode").asString(""),
                answer.path("errorDescription").asString(""),
                answer.path("errorDetails").isMissingNode() ? JSON.createObjectNode() : answer.path("errorDetails"));
    }

    private static State state(@Nullable Outcome outcome) {
        if (outcome == null) {
            return State.DISPATCHED;
        }
        return switch (outcome) {
            case ANSWERED -> State.ANSWERED;
            case CALL_ERROR -> State.REJECTED;
            case TIMED_OUT -> State.TIMED_OUT;
            case OFFLINE -> State.OFFLINE;
        };
    }
}
