package io.voltledger.command.topup;

import io.voltledger.api.topup.TopUpEvent.TopUpRequested;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a top-up.
 *
 * @param requested absent before it is
 */
record TopUpFacts(
        @Nullable TopUpRequested requested,
        Stage stage,
        @Nullable String providerKey) {

    static final TopUpFacts NONE = new TopUpFacts(null, Stage.REQUESTED, null);

    /** How far it is. */
    enum Stage {
        REQUESTED,
        /** Nobody can tell whether money moved. */
        UNKNOWN,
        DECLINED,
        /** The money is the provider's, and the wallet was not credited yet. */
        CHARGED,
        COMPLETED,
        /** The wallet did not take it. */
        REFUSED,
        RETURNED
    }

    TopUpFacts in(Stage next) {
        return new TopUpFacts(requested, next, providerKey);
    }

    TopUpFacts charged(String key) {
        return new TopUpFacts(requested, Stage.CHARGED, key);
    }
}
