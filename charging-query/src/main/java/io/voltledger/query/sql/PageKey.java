package io.voltledger.query.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the sort value and id of its last row. What is added or changed meanwhile neither repeats nor hides
 * a row of the following page. As a cursor it is text that callers hand back unread.
 *
 * @param sort what the list is sorted by, as text; empty where it is sorted by id alone
 * @param id breaks ties
 */
public record PageKey(String sort, String id) {

    private static final char SEPARATOR = '\n';

    public static PageKey of(Instant sort, String id) {
        return new PageKey(sort.toString(), id);
    }

    public static PageKey of(String id) {
        return new PageKey("", id);
    }

    public String cursor() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((sort + SEPARATOR + id).getBytes(UTF_8));
    }

    /** Reads the cursor of a list sorted by time; IllegalArgumentException where it is none. */
    public static @Nullable PageKey byTime(@Nullable String cursor) {
        PageKey key = read(cursor);
        if (key != null) {
            key.at();
        }
        return key;
    }

    /** Reads the cursor of a list sorted by id; IllegalArgumentException where it is none. */
    public static @Nullable PageKey byId(@Nullable String cursor) {
        PageKey key = read(cursor);
        if (key != null && !key.sort.isEmpty()) {
            throw unusable();
        }
        return key;
    }

    /** Reads the cursor of a list sorted by a number; IllegalArgumentException where it is none. */
    public static @Nullable PageKey byNumber(@Nullable String cursor) {
        PageKey key = byId(cursor);
        if (key != null) {
            key.number();
        }
        return key;
    }

    /** The sort value as a column. */
    public LocalDateTime at() {
        try {
            return Utc.of(Instant.parse(sort));
        } catch (DateTimeException e) {
            throw unusable();
        }
    }

    /** The id as a number. */
    public long number() {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw unusable();
        }
    }

    private static @Nullable PageKey read(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            int separator = text.indexOf(SEPARATOR);
            if (separator >= 0) {
                return new PageKey(text.substring(0, separator), text.substring(separator + 1));
            }
        } catch (IllegalArgumentException e) {
            throw unusable();
        }
        throw unusable();
    }

    private static IllegalArgumentException unusable() {
        return new IllegalArgumentException("cursor is not the next of a page of this list");
    }
}
