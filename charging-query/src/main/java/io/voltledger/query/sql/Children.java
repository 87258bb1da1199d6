package io.voltledger.query.sql;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What hangs below the rows of a page, read with one query for all of them. */
public record Children<T>(Map<String, List<T>> byParent) {

    /**
     * @param sql selects the parent's id as {@code parent} where it is {@code in (:parents)}, in the children's order
     */
    public static <T> Children<T> load(JdbcClient jdbc, String sql, List<String> parents, RowMapper<T> child) {
        if (parents.isEmpty()) {
            return new Children<>(Map.of());
        }
        return new Children<>(jdbc
                .sql(sql)
                .param("parents", parents)
                .query((row, number) -> Map.entry(row.getString("parent"), child.mapRow(row, number)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList()))));
    }

    public List<T> of(String parent) {
        return byParent.getOrDefault(parent, List.of());
    }
}
