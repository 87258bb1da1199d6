package io.voltledger.api.wallet;

import io.voltledger.api.PageRequest;
import io.voltledger.api.member.MemberId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about wallets. */
public sealed interface WalletQuery {

    /** Answers an {@code Optional<WalletView>}. */
    record FindWallet(MemberId member) implements WalletQuery {}

    /** Answers a {@link WalletPage}, in the order of members. */
    record ListWallets(PageRequest page) implements WalletQuery {}

    /** Answers a {@link HoldPage}: what is set aside now, newest first. */
    record ListHolds(MemberId member, PageRequest page) implements WalletQuery {}

    /** Answers a {@link PointsPage}: the lot that expires last first. */
    record ListPoints(MemberId member, PageRequest page) implements WalletQuery {}

    /** Answers a {@link WalletMovementPage}, newest first. */
    record ListWalletMovements(MemberId member, PageRequest page) implements WalletQuery {}

    /** @param next cursor of the following page; absent at the end */
    record WalletPage(List<WalletView> items, @Nullable String next) {}

    /** @param next cursor of the following page; absent at the end */
    record HoldPage(List<HoldView> items, @Nullable String next) {}

    /** @param next cursor of the following page; absent at the end */
    record PointsPage(List<PointsLotView> items, @Nullable String next) {}

    /** @param next cursor of the following page; absent at the end */
    record WalletMovementPage(
            List<WalletMovementView> items, @Nullable String next) {}
}
