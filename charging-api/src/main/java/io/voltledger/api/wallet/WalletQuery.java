package io.voltledger.api.wallet;

import io.voltledger.api.PageRequest;
import io.voltledger.api.member.MemberId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about wallets. */
public sealed interface WalletQuery {

    /** Answers an {@code Optional<WalletView>}. */
    record FindWallet(MemberId member) implements WalletQuery {}

    /** Answers a {@link WalletMovementPage}, newest first. */
    record ListWalletMovements(MemberId member, PageRequest page) implements WalletQuery {}

    /** @param next cursor of the following page; absent at the end */
    record WalletMovementPage(
            List<WalletMovementView> items, @Nullable String next) {}
}
