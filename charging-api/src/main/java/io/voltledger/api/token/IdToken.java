package io.voltledger.api.token;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;
import java.util.Locale;

/**
 * What identifies a driver at a station: the idTag of OCPP 1.6, the idToken of 2.0.1. Case does not matter, so it is
 * kept in upper case. JSON: a string. {@link #toString} is the aggregate identifier in the event store.
 *
 * @param value at most 64 characters
 */
public record IdToken(@JsonValue String value) {

    /** Stands for the token of a start that named none: no operator issues it, so it is never accepted. */
    public static final IdToken UNNAMED = new IdToken("NO-ID-TAG");

    @JsonCreator
    public IdToken {
        value = Identifiers.require("IdToken", value.strip(), 64).toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "token/" + value;
    }
}
