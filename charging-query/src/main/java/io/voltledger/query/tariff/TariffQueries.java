package io.voltledger.query.tariff;

import io.voltledger.api.tariff.TariffDraftView;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.tariff.TariffQuery.FindTariff;
import io.voltledger.api.tariff.TariffQuery.FindTariffDraft;
import io.voltledger.api.tariff.TariffQuery.ListTariffDrafts;
import io.voltledger.api.tariff.TariffQuery.ListTariffs;
import io.voltledger.api.tariff.TariffQuery.TariffDraftPage;
import io.voltledger.api.tariff.TariffQuery.TariffPage;
import io.voltledger.api.tariff.TariffView;
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

/** Answers what is asked about tariffs. */
@Component
class TariffQueries {

    private final JdbcClient jdbc;

    TariffQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Optional<TariffView> handle(FindTariff query) {
        return jdbc.sql("""
                        select * from tariff_version
                        where tariff_id = :tariff and (:version is null or version = :version)
                        order by version desc limit 1
                        """)
                .param("tariff", query.tariff().value())
                .param("version", query.version())
                .query(TariffQueries::tariff)
                .optional();
    }

    @QueryHandler
    TariffPage handle(ListTariffs query) {
        List<TariffView> rows = KeyedQuery.byId(jdbc, """
                        select t.* from tariff_version t
                        where t.version = (select max(v.version) from tariff_version v where v.tariff_id = t.tariff_id)
                          and (:afterId is null or t.tariff_id > :afterId)
                        order by t.tariff_id limit :limit
                        """, query.page())
                .query(TariffQueries::tariff)
                .list();
        return Pages.cut(query.page(), rows, view -> PageKey.of(view.id().value()), TariffPage::new);
    }

    @QueryHandler
    Optional<TariffDraftView> handle(FindTariffDraft query) {
        return jdbc.sql("select * from tariff_draft where tariff_id = :tariff")
                .param("tariff", query.tariff().value())
                .query(TariffQueries::draft)
                .optional();
    }

    @QueryHandler
    TariffDraftPage handle(ListTariffDrafts query) {
        List<TariffDraftView> rows = KeyedQuery.byId(jdbc, """
                        select * from tariff_draft
                        where (:afterId is null or tariff_id > :afterId)
                        order by tariff_id limit :limit
                        """, query.page())
                .query(TariffQueries::draft)
                .list();
        return Pages.cut(query.page(), rows, view -> PageKey.of(view.id().value()), TariffDraftPage::new);
    }

    private static TariffDraftView draft(ResultSet row, int number) throws SQLException {
        return new TariffDraftView(
                new TariffId(row.getString("tariff_id")),
                TariffContent.read(row.getString("content")),
                Utc.read(row, "drafted_at"));
    }

    private static TariffView tariff(ResultSet row, int number) throws SQLException {
        return new TariffView(
                new TariffId(row.getString("tariff_id")),
                row.getInt("version"),
                TariffContent.read(row.getString("content")),
                Utc.read(row, "published_at"),
                Utc.readNullable(row, "retired_at"));
    }
}
