package io.voltledger.query.session;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.session.SessionMeterValueView;
import io.voltledger.api.session.SessionQuery.FindSession;
import io.voltledger.api.session.SessionQuery.ListMeterValues;
import io.voltledger.api.session.SessionQuery.ListReadings;
import io.voltledger.api.session.SessionQuery.SessionCurve;
import io.voltledger.api.session.SessionQuery.SessionMeterValues;
import io.voltledger.api.session.SessionQuery.SessionPage;
import io.voltledger.api.session.SessionReadingView;
import io.voltledger.api.session.SessionView;
import io.voltledger.query.web.Paging;
import io.voltledger.query.web.Questions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sessions over REST, and as a stream while they run. */
@RestController
@RequestMapping("/api/sessions")
@Tag(name = "Sessions")
class SessionResource {

    private final Questions questions;
    private final LiveStreams streams;

    SessionResource(Questions questions, LiveStreams streams) {
        this.questions = questions;
        this.streams = streams;
    }

    @GetMapping
    @Operation(summary = "Lists sessions, latest start first")
    SessionPage list(@ParameterObject SessionFilter filter, @ParameterObject Paging paging) {
        return questions.answer(filter.query(paging.byTime()), SessionPage.class);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One session with the state of its bill and payment")
    SessionView get(@PathVariable SessionId id) {
        return questions.get(new FindSession(id), SessionView.class, "session " + id.value());
    }

    @GetMapping("/{id}/readings")
    @Operation(summary = "The session's curve: energy, power and cost over time, at most some hundred points")
    Readings readings(@PathVariable SessionId id) {
        return new Readings(
                questions.answer(new ListReadings(id), SessionCurve.class).items(), null);
    }

    @GetMapping("/{id}/meter-values")
    @Operation(summary = "All that the session's meter said, in normal units, in the order in which it came")
    MeterValueList meterValues(@PathVariable SessionId id) {
        return new MeterValueList(
                questions
                        .answer(new ListMeterValues(id), SessionMeterValues.class)
                        .items(),
                null);
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Server-sent events of live sessions",
            description = "First the sessions that run, each an event `session`, then an event `ready`, then an event"
                    + " `session` for each change; the last one of a session says STOPPED. Comments show that a"
                    + " quiet stream lives.")
    SseEmitter live() {
        return streams.open();
    }

    /** A list like all others, of one page. */
    record MeterValueList(
            List<SessionMeterValueView> items, @Nullable String next) {}

    /** A list like all others; a curve has one page. */
    record Readings(
            List<SessionReadingView> items, @Nullable String next) {}
}
