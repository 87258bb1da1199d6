package io.voltledger.query.session;

import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.SessionQuery.FindLatestSession;
import io.voltledger.api.session.SessionQuery.FindSession;
import io.voltledger.api.session.SessionQuery.ListLiveSessions;
import io.voltledger.api.session.SessionQuery.ListReadings;
import io.voltledger.api.session.SessionQuery.ListSessions;
import io.voltledger.api.session.SessionQuery.LiveSessions;
import io.voltledger.api.session.SessionQuery.SessionCurve;
import io.voltledger.api.session.SessionQuery.SessionPage;
import io.voltledger.api.session.SessionView;
import io.voltledger.api.token.IdToken;
import io.voltledger.query.sql.Children;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.KeyedQuery;
import io.voltledger.query.sql.PageKey;
import io.voltledger.query.sql.Pages;
import io.voltledger.query.sql.Utc;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Answers what is asked about sessions. */
@Component
class SessionQueries {

    /** A curve has no more points than a screen can show. */
    private static final int CURVE_POINTS = 400;

    private static final String SESSION = """
            select s.*, b.state as bill_state, b.gross as bill_gross, b.currency as bill_currency,
                   (select p.state from payment p where p.session_id = s.session_id
                    order by p.attempt desc limit 1) as payment_state
            from session s left join bill b on b.session_id = s.session_id
            """;

    private final JdbcClient jdbc;

    SessionQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Optional<SessionView> handle(FindSession query) {
        return views(jdbc.sql(SESSION + "where s.session_id = :session")
                        .param("session", query.session().value()))
                .stream()
                .findFirst();
    }

    @QueryHandler
    Optional<SessionView> handle(FindLatestSession query) {
        return views(jdbc.sql(SESSION + "where s.station_id = :station order by s.opened_at desc limit 1")
                        .param("station", query.station().value()))
                .stream()
                .findFirst();
    }

    @QueryHandler
    SessionPage handle(ListSessions query) {
        List<SessionView> rows = views(KeyedQuery.byTime(jdbc, SESSION + """
                        where (:station is null or s.station_id = :station)
                          and (:transaction is null or s.transaction_id = :transaction)
                          and (:state is null or s.state = :state)
                          and (:member is null or s.member_id = :member)
                          and (:token is null or s.token_id = :token)
                          and (:from is null or s.started_at >= :from)
                          and (:to is null or s.started_at < :to)
                          and (:after is null or s.started_at < :after
                               or (s.started_at = :after and s.session_id < :afterId))
                        order by s.started_at desc, s.session_id desc limit :limit
                        """, query.page())
                .param("station", Columns.of(query.station(), StationId::value))
                .param("transaction", query.transaction())
                .param("state", Columns.of(query.state(), Enum::name))
                .param("member", Columns.of(query.member(), MemberId::value))
                .param("token", Columns.of(query.token(), IdToken::value))
                .param("from", Utc.ofNullable(query.from()))
                .param("to", Utc.ofNullable(query.to())));
        return Pages.cut(
                query.page(),
                rows,
                view -> PageKey.of(view.startedAt(), view.id().value()),
                SessionPage::new);
    }

    @QueryHandler
    SessionCurve handle(ListReadings query) {
        return new SessionCurve(jdbc.sql("""
                        select at, energy_wh, power_w, cost, cost_currency
                        from (select r.*, row_number() over (order by r.at) as place, count(*) over () as places
                              from session_reading r where r.session_id = :session) numbered
                        where places <= :points or mod(place, ceiling(places / :points)) = 1 or place = places
                        order by at
                        """)
                .param("session", query.session().value())
                .param("points", CURVE_POINTS)
                .query(SessionRows::reading)
                .list());
    }

    @QueryHandler
    LiveSessions handle(ListLiveSessions query) {
        return new LiveSessions(jdbc.sql("""
                        select * from session where state = 'ACTIVE'
                        order by started_at desc, session_id desc limit :limit
                        """)
                .param("limit", query.limit())
                .query(SessionRows::live)
                .list());
    }

    private List<SessionView> views(StatementSpec statement) {
        List<SessionView> rows = statement.query(SessionRows::session).list();
        List<String> ids = rows.stream().map(view -> view.id().value()).toList();
        Children<Anomaly> anomalies = Children.load(jdbc, """
                        select session_id as parent, code, detail from session_anomaly
                        where session_id in (:parents) order by at, event_id, line
                        """, ids, SessionRows::anomaly);
        Children<String> reasons = Children.load(jdbc, """
                        select session_id as parent, reason from session_review
                        where session_id in (:parents) order by line
                        """, ids, (row, number) -> row.getString("reason"));
        return rows.stream()
                .map(view -> SessionRows.with(
                        view,
                        anomalies.of(view.id().value()),
                        reasons.of(view.id().value())))
                .toList();
    }
}
