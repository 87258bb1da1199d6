package io.voltledger.query.quirk;

import io.voltledger.api.quirk.QuirkProfileEvent.QuirkProfileDrafted;
import io.voltledger.api.quirk.QuirkProfileEvent.QuirkProfilePublished;
import io.voltledger.query.sql.Utc;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the tables of quirk profiles. */
@Component
@ProcessingGroup("query-quirk")
class QuirkProjection {

    private final JdbcClient jdbc;

    QuirkProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(QuirkProfileDrafted event) {
        jdbc.sql("""
                        insert into quirk_profile (profile_id, draft, drafted_at) values (:profile, :content, :at)
                        on duplicate key update draft = values(draft), drafted_at = values(drafted_at)
                        """)
                .param("profile", event.profile().value())
                .param("content", QuirkContent.write(event.content()))
                .param("at", Utc.of(event.draftedAt()))
                .update();
    }

    @EventHandler
    void on(QuirkProfilePublished event) {
        jdbc.sql("""
                        insert into quirk_profile_version (profile_id, version, content, published_at)
                        values (:profile, :version, :content, :at)
                        on duplicate key update content = values(content)
                        """)
                .param("profile", event.profile().value())
                .param("version", event.version())
                .param("content", QuirkContent.write(event.content()))
                .param("at", Utc.of(event.publishedAt()))
                .update();
        jdbc.sql("update quirk_profile set draft = null, drafted_at = null where profile_id = :profile")
                .param("profile", event.profile().value())
                .update();
    }

    @ResetHandler
    void reset() {
        List.of("quirk_profile_version", "quirk_profile")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }
}
