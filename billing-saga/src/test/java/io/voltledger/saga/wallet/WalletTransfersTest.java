package io.voltledger.saga.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Money;
import io.voltledger.api.Rejection;
import io.voltledger.api.wallet.CreditSource;
import io.voltledger.api.wallet.FundsAnswer;
import io.voltledger.api.wallet.LedgerEntry;
import io.voltledger.api.wallet.WalletCommand.OfferFunds;
import io.voltledger.api.wallet.WalletEvent.FundsSent;
import io.voltledger.api.wallet.WalletId;
import io.voltledger.saga.billing.ListedIncidents;
import io.voltledger.saga.operations.SetAside;
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

    private final List<OfferFunds> credits = new ArrayList<>();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final WalletTransfers transfers = new WalletTransfers(
            new WalletOffers(DefaultCommandGateway.builder().commandBus(bus).build()),
            new SetAside(new ListedIncidents(new ArrayList<>())),
            Clock.fixed(AT, ZoneOffset.UTC));

    @Test
    void bringsItToTheOtherWalletUnderAnIdThatFollowsFromTheTransfer() {
        wallets(false);

        transfers.on(SENT);
        transfers.on(SENT);

        assertThat(credits)
                .containsOnly(new OfferFunds(TO, "transfer-M1/t1", AMOUNT, CreditSource.TRANSFER, AT))
                .hasSize(2);
    }

    @Test
    void bringsItBackWhereTheOtherWalletDoesNotTakeIt() {
        wallets(true);

        transfers.on(SENT);

        assertThat(credits)
                .containsExactly(
                        new OfferFunds(TO, "transfer-M1/t1", AMOUNT, CreditSource.TRANSFER, AT),
                        new OfferFunds(FROM, "transfer-back-M1/t1", AMOUNT, CreditSource.TRANSFER_RETURNED, AT));
    }

    private void wallets(boolean refusing) {
        bus.subscribe(OfferFunds.class.getName(), message -> {
            OfferFunds credit = (OfferFunds) message.getPayload();
            credits.add(credit);
            return refusing && credit.wallet().equals(TO)
                    ? new FundsAnswer(new Rejection("currency-mismatch", "The wallet keeps EUR, not KRW"))
                    : FundsAnswer.TAKEN;
        });
    }
}
