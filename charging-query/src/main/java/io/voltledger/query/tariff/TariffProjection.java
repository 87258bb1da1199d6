package io.voltledger.query.tariff;

import io.voltledger.api.tariff.TariffEvent.TariffRetired;
import io.voltledger.api.tariff.TariffEvent.TariffVersionPublished;
import io.voltledger.query.sql.Utc;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the tariff_version table. */
@Component
@ProcessingGroup("query-tariff")
class TariffProjection {

    private final JdbcClient jdbc;

    TariffProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(TariffVersionPublished event) {
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
        jdbc.sql("update tariff_version set retired_at = :at where tariff_id = :tariff")
                .param("tariff", event.tariff().value())
                .param("at", Utc.of(event.retiredAt()))
                .update();
    }

    @ResetHandler
    void reset() {
        jdbc.sql("delete from tariff_version").update();
    }
}
