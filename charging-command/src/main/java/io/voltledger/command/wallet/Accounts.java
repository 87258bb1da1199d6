package io.voltledger.command.wallet;

import io.voltledger.api.wallet.WalletId;

/** Names of the ledger accounts that a wallet's movements touch. What a member has is the platform's debt. */
final class Accounts {

    static final String POINTS_ISSUED = "points:issued";
    static final String POINTS_EXPIRED = "points:expired";
    static final String TOP_UP_CLEARING = "clearing:top-up";
    static final String REFUND_CLEARING = "clearing:refund";
    static final String TRANSFER_CLEARING = "clearing:transfer";
    static final String REVENUE = "revenue:charging";

    private Accounts() {}

    static String available(WalletId wallet) {
        return "member:" + wallet.value() + ":available";
    }

    static String points(WalletId wallet) {
        return "member:" + wallet.value() + ":points";
    }

    static String held(WalletId wallet) {
        return "member:" + wallet.value() + ":held";
    }
}
