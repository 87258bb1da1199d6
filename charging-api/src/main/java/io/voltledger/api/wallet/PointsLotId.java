package io.voltledger.api.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;

/**
 * Points that were granted together and expire together, {@code M1~welcome}. JSON: a string.
 *
 * @param value the wallet, {@code ~} and the granter's own key; at most 120 characters
 */
public record PointsLotId(@JsonValue String value) {

    private static final char SEPARATOR = '~';

    @JsonCreator
    public PointsLotId {
        Identifiers.require("PointsLotId", value, 120);
    }

    /** @param key the granter's own, so that granting again is the same lot; without {@code ~} */
    public static PointsLotId of(WalletId wallet, String key) {
        if (key.isBlank() || key.indexOf(SEPARATOR) >= 0) {
            throw new IllegalArgumentException("a lot's key is not empty and holds no ~");
        }
        return new PointsLotId(wallet.value() + SEPARATOR + key);
    }
}
