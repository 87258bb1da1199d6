package io.voltledger.query.dunning;

import io.voltledger.api.dunning.DunningEvent.DunningAdvanced;
import io.voltledger.api.dunning.DunningEvent.DunningEnded;
import io.voltledger.query.sql.Utc;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the dunning table: bills that are overdue now. */
@Component
@ProcessingGroup("query-dunning")
class DunningProjection {

    private final JdbcClient jdbc;

    DunningProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(DunningAdvanced event) {
        jdbc.sql("""
                        insert into dunning (bill_id, session_id, member_id, stage, outstanding, currency, overdue_at, since)
                        values (:bill, :session, :member, :stage, :outstanding, :currency, :at, :at)
                        on duplicate key update stage = values(stage), outstanding = values(outstanding),
                            since = values(since)
                        """)
                .param("bill", event.bill().value())
                .param("session", event.session().value())
                .param("member", event.member().value())
                .param("stage", event.stage().name())
                .param("outstanding", event.outstanding().amount())
                .param("currency", event.outstanding().currency().getCurrencyCode())
                .param("at", Utc.of(event.advancedAt()))
                .update();
    }

    @EventHandler
    void on(DunningEnded event) {
        jdbc.sql("delete from dunning where bill_id = :bill")
                .param("bill", event.bill().value())
                .update();
    }

    @ResetHandler
    void reset() {
        jdbc.sql("delete from dunning").update();
    }
}
