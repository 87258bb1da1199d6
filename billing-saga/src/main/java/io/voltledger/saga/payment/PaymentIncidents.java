package io.voltledger.saga.payment;

import io.voltledger.saga.billing.Incidents;
import io.voltledger.saga.work.UtcTime;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps incidents in a table and says them in the log. */
@Repository
class PaymentIncidents implements Incidents {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentIncidents.class);
    private static final int MAX_DETAIL = 2000;

    private final JdbcClient jdbc;
    private final Clock clock;

    PaymentIncidents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void report(String subject, String kind, String detail) {
        LOG.error("An operator must look at {}: {}: {}", subject, kind, detail);
        jdbc.sql("""
                insert into payment_incident (subject, kind, detail, occurred_at)
                values (:subject, :kind, :detail, :now)""")
                .param("subject", subject)
                .param("kind", kind)
                .param("detail", detail.substring(0, Math.min(detail.length(), MAX_DETAIL)))
                .param("now", UtcTime.of(clock.instant()))
                .update();
    }
}
