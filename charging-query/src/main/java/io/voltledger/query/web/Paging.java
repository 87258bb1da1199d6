package io.voltledger.query.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.voltledger.api.PageRequest;
import io.voltledger.query.sql.PageKey;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The words by which every list is paged.
 *
 * @param limit how many items at most, 1 to 200; 50 where absent
 * @param cursor {@code next} of the page before
 */
public record Paging(
        @Parameter(description = "How many items at most, 1 to 200; 50 where absent", example = "50") @Nullable Integer limit,

        @Parameter(description = "The `next` of the page before; absent for the first page") @Nullable String cursor) {

    private static final int DEFAULT_LIMIT = 50;

    /** For a list sorted by time. */
    public PageRequest byTime() {
        return checked(PageKey::byTime, DEFAULT_LIMIT);
    }

    /** For a list sorted by id. */
    public PageRequest byId() {
        return checked(PageKey::byId, DEFAULT_LIMIT);
    }

    /** For a history, sorted by position: as much as there can be where nothing is said. */
    public PageRequest byPosition() {
        return checked(PageKey::byNumber, PageRequest.MAX_LIMIT);
    }

    /** For a list that reads its cursor itself. */
    public PageRequest unread() {
        return checked(any -> {}, DEFAULT_LIMIT);
    }

    private PageRequest checked(Consumer<@Nullable String> check, int defaultLimit) {
        check.accept(cursor);
        return new PageRequest(limit == null ? defaultLimit : limit, cursor);
    }
}
