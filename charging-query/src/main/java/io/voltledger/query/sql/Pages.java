package io.voltledger.query.sql;

import io.voltledger.api.PageRequest;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cuts a page out of rows that were read one further than asked. */
public final class Pages {

    private Pages() {}

    /**
     * @param rows at most {@code limit + 1}, in the list's order
     * @param key of a row
     * @param page makes the answer of items and next
     */
    public static <T, P> P cut(
            PageRequest request,
            List<T> rows,
            Function<T, PageKey> key,
            BiFunction<List<T>, @Nullable String, P> page) {
        if (rows.size() <= request.limit()) {
            return page.apply(rows, null);
        }
        List<T> items = List.copyOf(rows.subList(0, request.limit()));
        return page.apply(items, key.apply(items.getLast()).cursor());
    }
}
