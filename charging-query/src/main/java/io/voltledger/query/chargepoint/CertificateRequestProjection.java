package io.voltledger.query.chargepoint;

import io.voltledger.api.chargepoint.CertificateRequestEvent.CertificateRefused;
import io.voltledger.api.chargepoint.CertificateRequestEvent.CertificateRequested;
import io.voltledger.api.chargepoint.CertificateRequestEvent.CertificateSupplied;
import io.voltledger.query.sql.Utc;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the certificate_request table. */
@Component
@ProcessingGroup("query-chargepoint")
class CertificateRequestProjection {

    private final JdbcClient jdbc;

    CertificateRequestProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(CertificateRequested event) {
        jdbc.sql("""
                        replace into certificate_request (request_id, station_id, state, csr, requested_at)
                        values (:request, :station, 'PENDING', :csr, :at)
                        """)
                .param("request", event.request().value())
                .param("station", event.station().value())
                .param("csr", event.csr())
                .param("at", Utc.of(event.receipt().receivedAt()))
                .update();
    }

    @EventHandler
    void on(CertificateSupplied event) {
        jdbc.sql("""
                        update certificate_request
                        set state = 'SUPPLIED', certificate_chain = :chain, sent_by = :command, decided_at = :at
                        where request_id = :request
                        """)
                .param("request", event.request().value())
                .param("chain", event.certificateChain())
                .param("command", event.sentBy().value())
                .param("at", Utc.of(event.suppliedAt()))
                .update();
    }

    @EventHandler
    void on(CertificateRefused event) {
        jdbc.sql("""
                        update certificate_request set state = 'REFUSED', reason = :reason, decided_at = :at
                        where request_id = :request
                        """)
                .param("request", event.request().value())
                .param("reason", event.reason())
                .param("at", Utc.of(event.refusedAt()))
                .update();
    }

    @ResetHandler
    void reset() {
        jdbc.sql("delete from certificate_request").update();
    }
}
