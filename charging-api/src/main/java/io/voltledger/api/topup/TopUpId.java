package io.voltledger.api.topup;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;
import io.voltledger.api.member.MemberId;

/**
 * One top-up of a wallet, {@code M1~k1}. JSON: a string. {@link #toString} is the aggregate identifier in the event store, and
 * what the books and the wallet refer to it by.
 *
 * @param value the member, {@code ~} and the asker's own key; at most 120 characters
 */
public record TopUpId(@JsonValue String value) {

    private static final char SEPARATOR = '~';

    @JsonCreator
    public TopUpId {
        Identifiers.require("TopUpId", value, 120);
        if (value.lastIndexOf(SEPARATOR) < 1) {
            throw new IllegalArgumentException("TopUpId names no member: " + value);
        }
    }

    /** @param key the asker's own, so that asking again is the same top-up; without {@code ~} */
    public static TopUpId of(MemberId member, String key) {
        if (key.isBlank() || key.indexOf(SEPARATOR) >= 0) {
            throw new IllegalArgumentException("a top-up's key is not empty and holds no ~");
        }
        return new TopUpId(member.value() + SEPARATOR + key);
    }

    public MemberId member() {
        return new MemberId(value.substring(0, value.lastIndexOf(SEPARATOR)));
    }

    @Override
    public String toString() {
        return "top-up/" + value;
    }
}
