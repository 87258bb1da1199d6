package io.voltledger.query.console;

import io.voltledger.api.PageRequest;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.PaymentQuery.ListPaymentMethods;
import io.voltledger.api.payment.PaymentQuery.PaymentMethodPage;
import io.voltledger.api.topup.TopUpQuery.ListTopUps;
import io.voltledger.api.topup.TopUpQuery.TopUpPage;
import io.voltledger.api.wallet.WalletQuery.FindWallet;
import io.voltledger.api.wallet.WalletQuery.HoldPage;
import io.voltledger.api.wallet.WalletQuery.ListHolds;
import io.voltledger.api.wallet.WalletQuery.ListPoints;
import io.voltledger.api.wallet.WalletQuery.ListWalletMovements;
import io.voltledger.api.wallet.WalletQuery.ListWallets;
import io.voltledger.api.wallet.WalletQuery.PointsPage;
import io.voltledger.api.wallet.WalletQuery.WalletMovementPage;
import io.voltledger.api.wallet.WalletQuery.WalletPage;
import io.voltledger.api.wallet.WalletView;
import io.voltledger.query.web.Questions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A member's wallet in the console, which every member has, though perhaps with nothing in it. */
@Controller
class WalletPages {

    private static final int ROWS = 50;
    private static final PageRequest RECENT = new PageRequest(20, null);
    private static final PageRequest ALL = new PageRequest(PageRequest.MAX_LIMIT, null);

    private final Questions questions;

    WalletPages(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/wallets")
    String wallets(@RequestParam(required = false) @Nullable String cursor, Model model) {
        model.addAttribute("page", questions.answer(new ListWallets(new PageRequest(ROWS, cursor)), WalletPage.class));
        return "console/wallets";
    }

    @GetMapping("/wallets/{member}")
    String wallet(@PathVariable MemberId member, Model model) {
        fill(member, model);
        return "console/wallet";
    }

    /** What of the page moves. */
    @GetMapping("/wallets/{member}/parts")
    String parts(@PathVariable MemberId member, Model model) {
        fill(member, model);
        return "console/wallet :: parts";
    }

    private void fill(MemberId member, Model model) {
        model.addAttribute("member", member);
        questions
                .find(new FindWallet(member), WalletView.class)
                .ifPresent(wallet -> model.addAttribute("wallet", wallet));
        model.addAttribute(
                "movements",
                questions
                        .answer(new ListWalletMovements(member, RECENT), WalletMovementPage.class)
                        .items());
        model.addAttribute(
                "holds",
                questions.answer(new ListHolds(member, ALL), HoldPage.class).items());
        model.addAttribute(
                "lots",
                questions
                        .answer(new ListPoints(member, RECENT), PointsPage.class)
                        .items());
        model.addAttribute(
                "topUps",
                questions
                        .answer(new ListTopUps(member, null, RECENT), TopUpPage.class)
                        .items());
        model.addAttribute(
                "cards",
                questions.answer(new ListPaymentMethods(member, RECENT), PaymentMethodPage.class).items().stream()
                        .filter(card -> card.removedAt() == null)
                        .toList());
    }
}
