package io.voltledger.query.sql;

import io.voltledger.api.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Binds what every list's SQL names: {@code :after} (null on the first page), {@code :afterId} and {@code :limit}, which
 * is one more than asked, to know whether there is a next page.
 */
public final class KeyedQuery {

    private KeyedQuery() {}

    public static StatementSpec byTime(JdbcClient jdbc, String sql, PageRequest page) {
        @Nullable PageKey key = PageKey.byTime(page.cursor());
        return jdbc.sql(sql)
                .param("after", key == null ? null : key.at())
                .param("afterId", key == null ? null : key.id())
                .param("limit", page.limit() + 1);
    }

    public static StatementSpec byId(JdbcClient jdbc, String sql, PageRequest page) {
        @Nullable PageKey key = PageKey.byId(page.cursor());
        return jdbc.sql(sql).param("afterId", key == null ? null : key.id()).param("limit", page.limit() + 1);
    }
}
