package io.voltledger.saga.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Money;
import io.voltledger.api.Rejection;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.operations.DeadLetterEvent.DeadLetterDiscarded;
import io.voltledger.api.operations.DeadLetterId;
import io.voltledger.api.operations.DeadLetterSource;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpCredited;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpRefused;
import io.voltledger.api.topup.TopUpCommand.ReportTopUpReturnedByHand;
import io.voltledger.api.topup.TopUpEvent.TopUpCharged;
import io.voltledger.api.topup.TopUpId;
import io.voltledger.api.wallet.CreditSource;
import io.voltledger.api.wallet.FundsAnswer;
import io.voltledger.api.wallet.WalletCommand.OfferFunds;
import io.voltledger.api.wallet.WalletId;
import io.voltledger.saga.billing.ListedIncidents;
import io.voltledger.saga.operations.SetAside;
import io.voltledger.saga.work.SideEffects;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.junit.jupiter.api.Test;

class WalletTopUpsTest {

    private static final Instant AT = Instant.parse("2026-11-21T03:00:00Z");
    private static final TopUpId TOP_UP = new TopUpId("M1~k1");
    private static final Money AMOUNT = Money.of(5_000, "KRW");
    private static final TopUpCharged CHARGED = new TopUpCharged(TOP_UP, new MemberId("M1"), AMOUNT, "pk-1", AT);
    private static final OfferFunds OFFER =
            new OfferFunds(new WalletId("M1"), "top-up/M1~k1", AMOUNT, CreditSource.TOP_UP, AT);

    private final List<Object> sent = new ArrayList<>();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final WalletTopUps topUps = new WalletTopUps(
            new WalletOffers(DefaultCommandGateway.builder().commandBus(bus).build()),
            new SetAside(new ListedIncidents(new ArrayList<>())),
            SideEffects.UNOBSERVED,
            Clock.fixed(AT, ZoneOffset.UTC));

    @Test
    void creditsTheWalletAndSaysSo() {
        wallet(FundsAnswer.TAKEN);

        topUps.on(CHARGED);

        assertThat(sent).containsExactly(OFFER, new ReportTopUpCredited(TOP_UP, AT));
    }

    @Test
    void givesUpWhereTheWalletDoesNotTakeIt() {
        wallet(new FundsAnswer(new Rejection("wallet-closed", "The wallet is closed")));

        topUps.on(CHARGED);

        assertThat(sent)
                .containsExactly(OFFER, new ReportTopUpRefused(TOP_UP, "wallet-closed", "The wallet is closed", AT));
    }

    @Test
    void endsTheTopUpWhoseReturnAnOperatorMadeByHand() {
        wallet(FundsAnswer.TAKEN);

        topUps.on(discarded("CANCEL top-up/M1~k1"));
        topUps.on(discarded("CANCEL CP-1:42#1"));
        topUps.on(discarded("QUERY top-up/M1~k1"));

        assertThat(sent).containsExactly(new ReportTopUpReturnedByHand(TOP_UP, "console refund 7781", AT));
    }

    private static DeadLetterDiscarded discarded(String call) {
        return new DeadLetterDiscarded(
                new DeadLetterId(DeadLetterSource.PAYMENT, call),
                "CANCEL",
                "NOT_CANCELABLE_PAYMENT",
                "console refund 7781",
                null,
                null,
                AT);
    }

    private void wallet(FundsAnswer answer) {
        bus.subscribe(OfferFunds.class.getName(), message -> {
            sent.add(message.getPayload());
            return answer;
        });
        bus.subscribe(ReportTopUpCredited.class.getName(), message -> sent.add(message.getPayload()));
        bus.subscribe(ReportTopUpRefused.class.getName(), message -> sent.add(message.getPayload()));
        bus.subscribe(ReportTopUpReturnedByHand.class.getName(), message -> sent.add(message.getPayload()));
    }
}
