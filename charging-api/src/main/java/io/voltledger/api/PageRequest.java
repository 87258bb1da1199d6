package io.voltledger.api;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param limit 1 to 200 items
 * @param cursor where the page before ended, as its {@code next} said; absent for the first page
 */
public record PageRequest(int limit, @Nullable String cursor) {

    public static final int MAX_LIMIT = 200;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is not between 1 and " + MAX_LIMIT + ": " + limit);
        }
    }
}
