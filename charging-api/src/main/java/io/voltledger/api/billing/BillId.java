package io.voltledger.api.billing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;
import io.voltledger.api.session.SessionId;

/**
 * A bill. JSON: a string. {@link #toString} is the aggregate identifier in the event store, where every kind
 * of aggregate has a prefix of its own.
 *
 * @param value at most 160 characters
 */
public record BillId(@JsonValue String value) {

    @JsonCreator
    public BillId {
        Identifiers.require("BillId", value, 160);
    }

    /** The bill of a session: one session, one bill; corrections are credit notes and bills of their own. */
    public static BillId of(SessionId session) {
        return new BillId(session.value());
    }

    /** The bill of what a run of corrections found missing on a session's bill. */
    public static BillId supplement(SessionId session, String run) {
        return new BillId(session.value() + "~" + run);
    }

    @Override
    public String toString() {
        return "bill/" + value;
    }
}
