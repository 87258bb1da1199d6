package io.voltledger.query.wallet;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.voltledger.api.wallet.WalletQuery.ListWallets;
import io.voltledger.api.wallet.WalletQuery.WalletPage;
import io.voltledger.query.web.Paging;
import io.voltledger.query.web.Questions;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** All wallets in which something ever moved, over REST. */
@RestController
@RequestMapping("/api/wallets")
@Tag(name = "Wallets")
class WalletsResource {

    private final Questions questions;

    WalletsResource(Questions questions) {
        this.questions = questions;
    }

    @GetMapping
    @Operation(summary = "Lists wallets by member: what is available and what is held")
    WalletPage list(@ParameterObject Paging paging) {
        return questions.answer(new ListWallets(paging.byId()), WalletPage.class);
    }
}
