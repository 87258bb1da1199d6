package io.voltledger.saga.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Money;
import io.voltledger.api.wallet.CreditSource;
import io.voltledger.api.wallet.LedgerEntry;
import io.voltledger.api.wallet.WalletCommand.CreditWallet;
import io.voltledger.api.wallet.WalletEvent.FundsSent;
import io.voltledger.api.wallet.WalletId;
import io.voltledger.runtime.CommandRejected;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.junit.jupiter.api.Test;

class WalletTransfersTest {

    private static final Instant AT = Instant.parse("2026-11-21T03:00:00Z");
    private static final WalletId FROM = new WalletId("M1");
    private static final WalletId TO = new WalletId("M2");
    private static final Money AMOUNT = Money.of(2_000, "KRW");
    private static final FundsSent SENT = new FundsSent(FROM, "t1", TO, AMOUNT, LedgerEntry.of("a", "b", AMOUNT), AT);

    private final List<CreditWallet> credits = new ArrayList<>();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final WalletTransfers transfers = new WalletTransfers(
            DefaultCommandGateway.builder().commandBus(bus).build(), Clock.fixed(AT, ZoneOffset.UTC));

    @Test
    void bringsItToTheOtherWalletUnderAnIdThatFollowsFromTheTransfer() {
        wallets(false);

        transfers.on(SENT);
        transfers.on(SENT);

        assertThat(credits)
                .containsOnly(new CreditWallet(TO, "transfer-M1/t1", AMOUNT, CreditSource.TRANSFER, AT))
                .hasSize(2);
    }

    @Test
    void bringsItBackWhereTheOtherWalletDoesNotTakeIt() {
        wallets(true);

        transfers.on(SENT);

        assertThat(credits)
                .containsExactly(
                        new CreditWallet(TO, "transfer-M1/t1", AMOUNT, CreditSource.TRANSFER, AT),
                        new CreditWallet(FROM, "transfer-back-M1/t1", AMOUNT, CreditSource.TRANSFER_RETURNED, AT));
    }

    private void wallets(boolean refusing) {
        bus.subscribe(CreditWallet.class.getName(), message -> {
            CreditWallet credit = (CreditWallet) message.getPayload();
            credits.add(credit);
            if (refusing && credit.wallet().equals(TO)) {
                throw new CommandRejected("currency-mismatch", "The wallet keeps EUR, not KRW");
            }
            return null;
        });
    }
}
