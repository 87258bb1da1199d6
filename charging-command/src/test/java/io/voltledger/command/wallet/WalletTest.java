package io.voltledger.command.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Money;
import io.voltledger.api.Rejection;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.wallet.CreditSource;
import io.voltledger.api.wallet.FundsAnswer;
import io.voltledger.api.wallet.HoldId;
import io.voltledger.api.wallet.LedgerEntry;
import io.voltledger.api.wallet.PointsLotId;
import io.voltledger.api.wallet.PointsPart;
import io.voltledger.api.wallet.WalletCommand.CaptureHold;
import io.voltledger.api.wallet.WalletCommand.CreditWallet;
import io.voltledger.api.wallet.WalletCommand.ExpireHold;
import io.voltledger.api.wallet.WalletCommand.HoldFunds;
import io.voltledger.api.wallet.WalletCommand.OfferFunds;
import io.voltledger.api.wallet.WalletCommand.ReleaseHold;
import io.voltledger.api.wallet.WalletCommand.SendFunds;
import io.voltledger.api.wallet.WalletEvent.CreditRefused;
import io.voltledger.api.wallet.WalletEvent.FundsCredited;
import io.voltledger.api.wallet.WalletEvent.FundsHeld;
import io.voltledger.api.wallet.WalletEvent.FundsSent;
import io.voltledger.api.wallet.WalletEvent.HoldCaptured;
import io.voltledger.api.wallet.WalletEvent.HoldExpired;
import io.voltledger.api.wallet.WalletEvent.HoldRefused;
import io.voltledger.api.wallet.WalletEvent.HoldReleased;
import io.voltledger.api.wallet.WalletEvent.PointsGranted;
import io.voltledger.api.wallet.WalletEvent.PointsUsed;
import io.voltledger.api.wallet.WalletEvent.WalletClosed;
import io.voltledger.api.wallet.WalletEvent.WalletReopened;
import io.voltledger.api.wallet.WalletId;
import io.voltledger.command.CommandSettings;
import io.voltledger.command.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class WalletTest {

    private static final Instant AT = Instant.parse("2026-11-21T01:00:00Z");
    private static final WalletId WALLET = new WalletId("M1");
    private static final BillId BILL = new BillId("CP-1:42");
    private static final HoldId HOLD = new HoldId("CP-1:42");
    private static final String AVAILABLE = "member:M1:available";
    private static final String HELD = "member:M1:held";

    private final FixtureConfiguration<Wallet> wallet =
            new AggregateTestFixture<>(Wallet.class).registerInjectableResource(limitedTo(10_000));

    @Test
    void creditsPoints() {
        wallet.givenNoPriorActivity()
                .when(new CreditWallet(WALLET, "c1", won(5_000), CreditSource.POINTS, AT))
                .expectEvents(credited());
    }

    @Test
    void creditsTheSameCreditOnce() {
        wallet.given(credited())
                .when(new CreditWallet(WALLET, "c1", won(5_000), CreditSource.POINTS, AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void sendsWhatIsAvailableOnce() {
        WalletId other = new WalletId("M2");
        FundsSent sent = new FundsSent(
                WALLET, "t1", other, won(2_000), LedgerEntry.of(AVAILABLE, "clearing:transfer", won(2_000)), AT);
        wallet.given(credited())
                .when(new SendFunds(WALLET, "t1", other, won(2_000), AT))
                .expectEvents(sent);
        wallet.given(credited(), sent)
                .when(new SendFunds(WALLET, "t1", other, won(2_000), AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        wallet.given(credited(), sent)
                .when(new SendFunds(WALLET, "t2", other, won(3_001), AT))
                .expectExceptionDetails(new Rejection("insufficient-funds", "The wallet has less than that available"));
        wallet.given(credited())
                .when(new SendFunds(WALLET, "t1", WALLET, won(1), AT))
                .expectExceptionDetails(new Rejection("same-wallet", "Funds are sent to another member"));
    }

    @Test
    void refusesAnotherCurrency() {
        wallet.given(credited())
                .when(new CreditWallet(WALLET, "c2", Money.of(5, "EUR"), CreditSource.TOP_UP, AT))
                .expectExceptionDetails(new Rejection("currency-mismatch", "The wallet keeps KRW, not EUR"));
    }

    @Test
    void holdsAsMuchAsThereIs() {
        wallet.given(credited())
                .when(new HoldFunds(WALLET, HOLD, BILL, won(9_000), AT))
                .expectEvents(held());
    }

    @Test
    void recordsThatAnEmptyWalletHoldsNothing() {
        wallet.givenNoPriorActivity()
                .when(new HoldFunds(WALLET, HOLD, BILL, won(9_000), AT))
                .expectEvents(new HoldRefused(WALLET, HOLD, BILL, won(9_000), "no-funds", AT));
    }

    @Test
    void capturesAHoldOnce() {
        HoldCaptured captured = new HoldCaptured(
                WALLET, HOLD, BILL, won(5_000), LedgerEntry.of(HELD, "revenue:charging", won(5_000)), AT);
        wallet.given(credited(), held()).when(new CaptureHold(WALLET, HOLD, AT)).expectEvents(captured);
        wallet.given(credited(), held(), captured)
                .when(new CaptureHold(WALLET, HOLD, AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void releasesAHoldOnceAndNotAfterItsCapture() {
        HoldReleased released =
                new HoldReleased(WALLET, HOLD, BILL, won(5_000), LedgerEntry.of(HELD, AVAILABLE, won(5_000)), AT);
        wallet.given(credited(), held()).when(new ReleaseHold(WALLET, HOLD, AT)).expectEvents(released);
        wallet.given(credited(), held(), released)
                .when(new ReleaseHold(WALLET, HOLD, AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        wallet.given(credited(), held())
                .andGivenCommands(new CaptureHold(WALLET, HOLD, AT))
                .when(new ReleaseHold(WALLET, HOLD, AT))
                .expectExceptionDetails(new Rejection("hold-conflict", "Hold CP-1:42 is captured"));
    }

    @Test
    void givesAHoldBackThatNobodyEndedInTime() {
        HoldExpired expired =
                new HoldExpired(WALLET, HOLD, BILL, won(5_000), LedgerEntry.of(HELD, AVAILABLE, won(5_000)), AT);
        wallet.given(credited(), held()).when(new ExpireHold(WALLET, HOLD, AT)).expectEvents(expired);
        wallet.given(credited(), held(), expired)
                .when(new ExpireHold(WALLET, HOLD, AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        wallet.given(credited(), held(), expired)
                .when(new HoldFunds(WALLET, new HoldId("next"), BILL, won(5_000), AT))
                .expectEvents(new FundsHeld(
                        WALLET, new HoldId("next"), BILL, won(5_000), LedgerEntry.of(AVAILABLE, HELD, won(5_000)), AT));
    }

    @Test
    void letsWhoeverIsFirstHaveTheHold() {
        wallet.given(credited(), held())
                .andGivenCommands(new ExpireHold(WALLET, HOLD, AT))
                .when(new CaptureHold(WALLET, HOLD, AT))
                .expectNoEvents()
                .expectExceptionDetails(new Rejection("hold-expired", "Hold CP-1:42 is the member's again"));
        wallet.given(credited(), held())
                .andGivenCommands(new ExpireHold(WALLET, HOLD, AT))
                .when(new ReleaseHold(WALLET, HOLD, AT))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        wallet.given(credited(), held())
                .andGivenCommands(new CaptureHold(WALLET, HOLD, AT))
                .when(new ExpireHold(WALLET, HOLD, AT))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void isReadBackWholeFromASnapshot() {
        Wallet shell = new Wallet();
        PointsLotId lot = PointsLotId.of(WALLET, "welcome");
        LedgerEntry granted = LedgerEntry.of("points:issued", "member:M1:points", won(300));
        LedgerEntry used = LedgerEntry.of("member:M1:points", AVAILABLE, won(200));
        shell.on(new PointsGranted(WALLET, lot, won(300), AT.plusSeconds(60), "welcome", "kim", granted, AT));
        shell.on(new PointsUsed(WALLET, HOLD, BILL, List.of(new PointsPart(lot, won(200))), won(200), used, AT));
        shell.on(credited());
        shell.on(held());
        assertThat(Snapshots.readBack(shell, Wallet.class))
                .usingRecursiveComparison()
                .isEqualTo(shell);
    }

    private static Money won(long amount) {
        return Money.of(amount, "KRW");
    }

    private static FundsCredited credited() {
        return new FundsCredited(
                WALLET,
                "c1",
                won(5_000),
                CreditSource.POINTS,
                LedgerEntry.of("points:issued", AVAILABLE, won(5_000)),
                AT);
    }

    private static FundsHeld held() {
        return new FundsHeld(WALLET, HOLD, BILL, won(5_000), LedgerEntry.of(AVAILABLE, HELD, won(5_000)), AT);
    }

    @Test
    void takesATopUpUpToItsLimit() {
        wallet.given(credited())
                .when(new OfferFunds(WALLET, "top-up/M1~k1", won(5_000), CreditSource.TOP_UP, AT))
                .expectResultMessagePayload(FundsAnswer.TAKEN);
    }

    @Test
    void recordsThatItDoesNotTakeMoreThanItsLimitAndNeverTakesItAfterwards() {
        CreditRefused refused = new CreditRefused(
                WALLET,
                "top-up/M1~k1",
                won(5_001),
                CreditSource.TOP_UP,
                "balance-limit",
                "The wallet has 5000 and may have 10000",
                AT);
        OfferFunds offer = new OfferFunds(WALLET, "top-up/M1~k1", won(5_001), CreditSource.TOP_UP, AT);
        FundsAnswer answer = new FundsAnswer(new Rejection(refused.code(), refused.detail()));

        wallet.given(credited()).when(offer).expectEvents(refused).expectResultMessagePayload(answer);
        wallet.given(refused).when(offer).expectNoEvents().expectResultMessagePayload(answer);
    }

    @Test
    void takesNothingNewWhileItIsClosedButWhatComesBack() {
        WalletClosed closed = new WalletClosed(WALLET, "moved abroad", "kim", AT);

        wallet.given(closed)
                .when(new CreditWallet(WALLET, "c1", won(1), CreditSource.POINTS, AT))
                .expectExceptionDetails(new Rejection("wallet-closed", "The wallet is closed"));
        wallet.given(closed)
                .when(new CreditWallet(WALLET, "c1", won(1), CreditSource.REFUND, AT))
                .expectSuccessfulHandlerExecution();
        wallet.given(closed, new WalletReopened(WALLET, "came back", "kim", AT))
                .when(new CreditWallet(WALLET, "c1", won(1), CreditSource.POINTS, AT))
                .expectSuccessfulHandlerExecution();
    }

    private static CommandSettings limitedTo(long won) {
        return new CommandSettings(
                50,
                1,
                Duration.ofMinutes(1),
                0,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Map.of(),
                Map.of("KRW", won));
    }
}
