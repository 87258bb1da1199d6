package io.voltledger.api.chargepoint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A frame's place in the message log. Ids sort as the frames of one station followed each other, over all gateway nodes.
 * JSON: a string.
 *
 * @param value microseconds since 1970 in 16 hexadecimal digits, a number of 8, and the node's name, with dashes between
 */
public record StationMessageId(@JsonValue String value) implements Comparable<StationMessageId> {

    private static final Pattern FORM = Pattern.compile("[0-7][0-9a-f]{15}-[0-9a-f]{8}-.{1,128}");

    @JsonCreator
    public StationMessageId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("cursor is not the next of a page of this list");
        }
    }

    public static StationMessageId of(long micros, int number, String node) {
        return new StationMessageId(String.format(Locale.ROOT, "%016x-%08x-%s", micros, number, node));
    }

    public long micros() {
        return Long.parseLong(value.substring(0, 16), 16);
    }

    public int number() {
        return Integer.parseUnsignedInt(value.substring(17, 25), 16);
    }

    public String node() {
        return value.substring(26);
    }

    @Override
    public int compareTo(StationMessageId other) {
        return value.compareTo(other.value);
    }
}
