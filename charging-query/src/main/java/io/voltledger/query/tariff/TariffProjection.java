package io.voltledger.query.tariff;

import io.voltledger.api.tariff.TariffEvent.TariffDrafted;
import io.voltledger.api.tariff.TariffEvent.TariffRetired;
import io.voltledger.api.tariff.TariffEvent.TariffVersionPublished;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.query.sql.Utc;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the tables of published versions and of drafts. */
@Component
@ProcessingGroup("query-tariff")
class TariffProjection {

    private final JdbcClient jdbc;

    TariffProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(TariffDrafted event) {
        jdbc.sql("""
                        insert into tariff_draft (tariff_id, content, drafted_at) values (:tariff, :content, :at)
                        on duplicate key update content = values(content), drafted_at = values(drafted_at)
                        """)
                .param("tariff", event.tariff().value())
                .param("content", TariffContent.write(event.content()))
                .param("at", Utc.of(event.draftedAt()))
                .update();
    }

    /** A draft that is published as it stands is none any more. */
    @EventHandler
    void on(TariffVersionPublished event) {
        jdbc.sql("select content from tariff_draft where tariff_id = :tariff")
                .param("tariff", event.tariff().value())
                .query(String.class)
                .optional()
                .map(TariffContent::read)
                .filter(event.content()::equals)
                .ifPresent(draft -> forget(event.tariff()));
        jdbc.sql("""
                        insert into tariff_version (tariff_id, version, name, content, published_at)
                        values (:tariff, :version, :name, :content, :at)
                        on duplicate key update name = values(name), content = values(content)
                        """)
                .param("tariff", event.tariff().value())
                .param("version", event.version())
                .param("name", event.content().name())
                .param("content", TariffContent.write(event.content()))
                .param("at", Utc.of(event.publishedAt()))
                .update();
    }

    @EventHandler
    void on(TariffRetired event) {
        forget(event.tariff());
        jdbc.sql("update tariff_version set retired_at = :at where tariff_id = :tariff")
                .param("tariff", event.tariff().value())
                .param("at", Utc.of(event.retiredAt()))
                .update();
    }

    private void forget(TariffId draft) {
        jdbc.sql("delete from tariff_draft where tariff_id = :tariff")
                .param("tariff", draft.value())
                .update();
    }

    @ResetHandler
    void reset() {
        jdbc.sql("delete from tariff_draft").update();
        jdbc.sql("delete from tariff_version").update();
    }
}
