package io.voltledger.query.quirk;

import io.voltledger.api.quirk.QuirkProfileId;
import io.voltledger.api.quirk.QuirkProfileQuery.FindPublishedQuirkProfile;
import io.voltledger.api.quirk.QuirkProfileQuery.FindQuirkProfile;
import io.voltledger.api.quirk.QuirkProfileQuery.ListPublishedQuirkProfiles;
import io.voltledger.api.quirk.QuirkProfileQuery.ListQuirkProfiles;
import io.voltledger.api.quirk.QuirkProfileQuery.PublishedQuirkProfile;
import io.voltledger.api.quirk.QuirkProfileQuery.PublishedQuirkProfiles;
import io.voltledger.api.quirk.QuirkProfileQuery.QuirkProfilePage;
import io.voltledger.api.quirk.QuirkProfileVersion;
import io.voltledger.api.quirk.QuirkProfileView;
import io.voltledger.api.quirk.QuirkProfileView.Version;
import io.voltledger.query.sql.Children;
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

/** Answers what is asked about quirk profiles. */
@Component
class QuirkQueries {

    private final JdbcClient jdbc;

    QuirkQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Optional<QuirkProfileView> handle(FindQuirkProfile query) {
        return jdbc.sql("select * from quirk_profile where profile_id = :profile")
                .param("profile", query.profile().value())
                .query(QuirkQueries::profile)
                .optional()
                .map(view -> withVersions(List.of(view)).getFirst());
    }

    @QueryHandler
    QuirkProfilePage handle(ListQuirkProfiles query) {
        List<QuirkProfileView> rows = KeyedQuery.byId(jdbc, """
                        select * from quirk_profile where (:afterId is null or profile_id > :afterId)
                        order by profile_id limit :limit
                        """, query.page())
                .query(QuirkQueries::profile)
                .list();
        return Pages.cut(
                query.page(), withVersions(rows), view -> PageKey.of(view.id().value()), QuirkProfilePage::new);
    }

    @QueryHandler
    Optional<PublishedQuirkProfile> handle(FindPublishedQuirkProfile query) {
        return jdbc.sql("select * from quirk_profile_version where profile_id = :profile and version = :version")
                .param("profile", query.version().profile().value())
                .param("version", query.version().version())
                .query(QuirkQueries::published)
                .optional();
    }

    @QueryHandler
    PublishedQuirkProfiles handle(ListPublishedQuirkProfiles query) {
        return new PublishedQuirkProfiles(
                jdbc.sql("""
                        select v.* from quirk_profile_version v
                        where v.version = (select max(o.version) from quirk_profile_version o
                                           where o.profile_id = v.profile_id)
                        order by v.profile_id
                        """).query(QuirkQueries::published).list());
    }

    private List<QuirkProfileView> withVersions(List<QuirkProfileView> views) {
        Children<Version> versions = Children.load(
                jdbc, """
                        select v.*, v.profile_id as parent from quirk_profile_version v
                        where profile_id in (:parents) order by profile_id, version desc
                        """, views.stream().map(view -> view.id().value()).toList(), QuirkQueries::version);
        return views.stream()
                .map(view ->
                        new QuirkProfileView(view.id(), versions.of(view.id().value()), view.draft(), view.draftedAt()))
                .toList();
    }

    private static QuirkProfileView profile(ResultSet row, int number) throws SQLException {
        return new QuirkProfileView(
                new QuirkProfileId(row.getString("profile_id")),
                List.of(),
                Columns.text(row, "draft", QuirkContent::read),
                Utc.readNullable(row, "drafted_at"));
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getInt("version"), QuirkContent.read(row.getString("content")), Utc.read(row, "published_at"));
    }

    private static PublishedQuirkProfile published(ResultSet row, int number) throws SQLException {
        return new PublishedQuirkProfile(
                new QuirkProfileVersion(new QuirkProfileId(row.getString("profile_id")), row.getInt("version")),
                QuirkContent.read(row.getString("content")));
    }
}
