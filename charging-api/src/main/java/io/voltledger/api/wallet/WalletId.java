package io.voltledger.api.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;
import io.voltledger.api.member.MemberId;

/**
 * A wallet; each member has one, under the member's own id. JSON: a string. {@link #toString} is the aggregate identifier in the event store, where every kind
 * of aggregate has a prefix of its own.
 *
 * @param value at most 64 characters
 */
public record WalletId(@JsonValue String value) {

    @JsonCreator
    public WalletId {
        Identifiers.require("WalletId", value, 64);
    }

    public static WalletId of(MemberId member) {
        return new WalletId(member.value());
    }

    @Override
    public String toString() {
        return "wallet/" + value;
    }
}
