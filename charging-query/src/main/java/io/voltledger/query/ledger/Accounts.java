package io.voltledger.query.ledger;

import io.voltledger.api.ledger.LedgerAccountView.Kind;
import io.voltledger.api.member.MemberId;

/** The chart of accounts. */
final class Accounts {

    /** What the payment provider has taken for us and not paid out. */
    static final String PROVIDER = "clearing:provider";

    /** Card payments on their way to their bills. */
    static final String CARD = "clearing:card";

    /** Wallet captures on their way to their bills. */
    static final String WALLET = "clearing:wallet";

    /** Refunds on their way back into wallets. */
    static final String REFUND = "clearing:refund";

    /** Money that cards were charged for wallets, on its way into them. */
    static final String TOP_UP = "clearing:top-up";

    /** What people sent back from bank accounts of ours, where the provider did not. */
    static final String BANK = "bank:transfers";

    static final String REVENUE = "revenue:charging";
    static final String VAT = "vat:output";

    private Accounts() {}

    /** What a member owes for bills; a credit balance is owed to the member. */
    static String receivable(MemberId member) {
        return "member:" + member.value() + ":receivable";
    }

    static Kind kind(String account) {
        if (account.equals(PROVIDER) || account.endsWith(":receivable") || account.startsWith("bank:")) {
            return Kind.ASSET;
        }
        if (account.startsWith("member:") || account.startsWith("vat:")) {
            return Kind.LIABILITY;
        }
        if (account.startsWith("revenue:")) {
            return Kind.INCOME;
        }
        return account.startsWith("clearing:") ? Kind.CLEARING : Kind.EXPENSE;
    }
}
