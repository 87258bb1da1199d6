package io.voltledger.api.session;

import io.voltledger.api.PageRequest;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.token.IdToken;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about sessions. */
public sealed interface SessionQuery {

    /** Answers an {@code Optional<SessionView>}. */
    record FindSession(SessionId session) implements SessionQuery {}

    /** Answers an {@code Optional<SessionView>}: the one that the station told of last, whatever its clock says. */
    record FindLatestSession(StationId station) implements SessionQuery {}

    /**
     * Answers a {@link SessionPage}, latest start first. What is absent does not restrict.
     *
     * @param transaction OCPP's id
     * @param from started at or after
     * @param to started before
     */
    record ListSessions(
            @Nullable StationId station,
            @Nullable String transaction,
            @Nullable SessionState state,
            @Nullable MemberId member,
            @Nullable IdToken token,
            @Nullable Instant from,
            @Nullable Instant to,
            PageRequest page)
            implements SessionQuery {}

    /** Answers a {@link SessionCurve}: the session's readings, earliest first, thinned to some hundred points. */
    record ListReadings(SessionId session) implements SessionQuery {}

    /**
     * Answers {@link LiveSessions}; a subscription query then gets one {@link LiveSessionView} for each change,
     * the last of a session saying {@code STOPPED}.
     */
    record ListLiveSessions(int limit) implements SessionQuery {}

    /** Answers {@link SessionMeterValues}: all that the meter said, as it came in. */
    record ListMeterValues(SessionId session) implements SessionQuery {}

    /** As {@link ListMeterValues} asks. */
    record SessionMeterValues(List<SessionMeterValueView> items) {}

    /** A record of its own, because a list does not keep its elements' type on the wire. */
    record LiveSessions(List<LiveSessionView> items) {}

    /** As {@link ListReadings} asks. */
    record SessionCurve(List<SessionReadingView> items) {}

    /** @param next cursor of the following page; absent at the end */
    record SessionPage(List<SessionView> items, @Nullable String next) {}
}
