package io.voltledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.voltledger.api.topup.TopUpEvent.TopUpRequested;
import io.voltledger.api.wallet.WalletEvent.FundsCredited;
import org.junit.jupiter.api.Test;

/** Money that comes into a wallet, once for each time it was asked for. */
class RunningWalletsTest extends RunningModule {

    @Test
    void asksForATopUpOnceAndRefusesCreditsThatPretendToBeOne() throws Exception {
        String topUp = "{\"key\": \"k1\", \"amount\": {\"amount\": 5000, \"currency\": \"KRW\"}}";
        for (int times = 0; times < 2; times++) {
            http.perform(json(post("/api/wallets/{member}/top-ups", "payer"), topUp))
                    .andExpect(status().isCreated())
                    .andExpect(jsonPath("$.id").value("payer~k1"));
        }
        assertThat(events("top-up/payer~k1", TopUpRequested.class)).hasSize(1);
        String credit =
                "{\"creditId\": \"top-up/payer~k1\", \"amount\": {\"amount\": 5000, \"currency\": \"KRW\"}, \"source\": \"TOP_UP\"}";
        http.perform(json(post("/api/wallets/{member}/credits", "payer"), credit))
                .andExpect(status().isBadRequest());
    }

    @Test
    void creditsAWalletOnce() throws Exception {
        String credit =
                "{\"creditId\": \"c1\", \"amount\": {\"amount\": 5000, \"currency\": \"KRW\"}, \"source\": \"POINTS\"}";
        for (int times = 0; times < 2; times++) {
            http.perform(json(post("/api/wallets/M9/credits"), credit)).andExpect(status().isCreated());
        }
        assertThat(events("wallet/M9", FundsCredited.class)).hasSize(1);
    }
}
