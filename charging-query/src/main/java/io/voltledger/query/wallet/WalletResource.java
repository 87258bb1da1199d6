package io.voltledger.query.wallet;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.wallet.WalletQuery.FindWallet;
import io.voltledger.api.wallet.WalletQuery.HoldPage;
import io.voltledger.api.wallet.WalletQuery.ListHolds;
import io.voltledger.api.wallet.WalletQuery.ListPoints;
import io.voltledger.api.wallet.WalletQuery.ListWalletMovements;
import io.voltledger.api.wallet.WalletQuery.PointsPage;
import io.voltledger.api.wallet.WalletQuery.WalletMovementPage;
import io.voltledger.api.wallet.WalletView;
import io.voltledger.query.web.Paging;
import io.voltledger.query.web.Questions;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Wallets over REST, each under its member's id. */
@RestController
@RequestMapping("/api/wallets/{member}")
@Tag(name = "Wallets")
class WalletResource {

    private final Questions questions;

    WalletResource(Questions questions) {
        this.questions = questions;
    }

    @GetMapping
    @Operation(summary = "A member's wallet: what is available and what is held")
    WalletView get(@PathVariable MemberId member) {
        return questions.get(new FindWallet(member), WalletView.class, "wallet of " + member.value());
    }

    @GetMapping("/points")
    @Operation(summary = "Lists lots of points, the one that expires last first, with what is left of each")
    PointsPage points(@PathVariable MemberId member, @ParameterObject Paging paging) {
        return questions.answer(new ListPoints(member, paging.byTime()), PointsPage.class);
    }

    @GetMapping("/holds")
    @Operation(summary = "Lists what is set aside for bills now, newest first")
    HoldPage holds(@PathVariable MemberId member, @ParameterObject Paging paging) {
        return questions.answer(new ListHolds(member, paging.byTime()), HoldPage.class);
    }

    @GetMapping("/movements")
    @Operation(summary = "Lists the wallet's movements, newest first, each with the balances after it")
    WalletMovementPage movements(@PathVariable MemberId member, @ParameterObject Paging paging) {
        return questions.answer(new ListWalletMovements(member, paging.byTime()), WalletMovementPage.class);
    }
}
