package io.voltledger.query.chargepoint;

import io.voltledger.api.chargepoint.CertificateRequestId;
import io.voltledger.api.chargepoint.CertificateRequestQuery.CertificateRequestPage;
import io.voltledger.api.chargepoint.CertificateRequestQuery.FindCertificateRequest;
import io.voltledger.api.chargepoint.CertificateRequestQuery.ListCertificateRequests;
import io.voltledger.api.chargepoint.CertificateRequestView;
import io.voltledger.api.chargepoint.CertificateRequestView.State;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.query.sql.Columns;
import io.voltledger.query.sql.KeyedQuery;
import io.voltledger.query.sql.PageKey;
import io.voltledger.query.sql.Pages;
import io.voltledger.query.sql.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about stations' requests for certificates. */
@Component
class CertificateRequests {

    private final JdbcClient jdbc;

    CertificateRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Optional<CertificateRequestView> handle(FindCertificateRequest query) {
        return jdbc.sql("select * from certificate_request where request_id = :request")
                .param("request", query.request().value())
                .query(CertificateRequests::request)
                .optional();
    }

    @QueryHandler
    CertificateRequestPage handle(ListCertificateRequests query) {
        List<CertificateRequestView> rows = KeyedQuery.byTime(jdbc, """
                        select * from certificate_request
                        where (:station is null or station_id = :station)
                          and (:state is null or state = :state)
                          and (:after is null or requested_at < :after
                               or (requested_at = :after and request_id < :afterId))
                        order by requested_at desc, request_id desc limit :limit
                        """, query.page())
                .param("station", Columns.of(query.station(), StationId::value))
                .param("state", Columns.of(query.state(), Enum::name))
                .query(CertificateRequests::request)
                .list();
        return Pages.cut(
                query.page(),
                rows,
                view -> PageKey.of(view.requestedAt(), view.id().value()),
                CertificateRequestPage::new);
    }

    private static CertificateRequestView request(ResultSet row, int number) throws SQLException {
        return new CertificateRequestView(
                new CertificateRequestId(row.getString("request_id")),
                new StationId(row.getString("station_id")),
                State.valueOf(row.getString("state")),
                row.getString("csr"),
                row.getString("certificate_chain"),
                Columns.text(row, "sent_by", StationCommandId::new),
                row.getString("reason"),
                Utc.read(row, "requested_at"),
                Utc.readNullable(row, "decided_at"));
    }
}
