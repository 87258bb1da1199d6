package io.voltledger.api.wallet;

import io.voltledger.api.Rejection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a wallet took what it was offered: the same answer whenever it is asked.
 *
 * @param refusal absent where it took it
 */
public record FundsAnswer(@Nullable Rejection refusal) {

    public static final FundsAnswer TAKEN = new FundsAnswer(null);

    public Optional<Rejection> refused() {
        return Optional.ofNullable(refusal);
    }
}
