package io.voltledger.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.PaymentSource;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.operations.DeadLetterCommand.DiscardDeadLetter;
import io.voltledger.api.operations.DeadLetterCommand.RedriveDeadLetter;
import io.voltledger.api.operations.DeadLetterView;
import io.voltledger.api.operations.OperationsQuery.DeadLetterBatch;
import io.voltledger.api.operations.OperationsQuery.ListDeadLetters;
import io.voltledger.api.payment.OrderId;
import io.voltledger.api.refund.RefundEvent.RefundPartDue;
import io.voltledger.api.refund.RefundId;
import io.voltledger.api.refund.RefundPart;
import io.voltledger.api.rerating.RerateEvent.CorrectionsOrdered;
import io.voltledger.api.rerating.RerateRunId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.api.tariff.PriceComponent;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffDimension;
import io.voltledger.api.tariff.TariffElement;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.topup.TopUpEvent.TopUpCharged;
import io.voltledger.api.topup.TopUpEvent.TopUpRequested;
import io.voltledger.api.topup.TopUpId;
import io.voltledger.api.wallet.LedgerEntry;
import io.voltledger.api.wallet.WalletEvent.FundsSent;
import io.voltledger.api.wallet.WalletId;
import io.voltledger.saga.standin.Bills;
import io.voltledger.saga.standin.Documents;
import io.voltledger.saga.standin.StoppedSessions;
import io.voltledger.saga.standin.Wallets;
import io.voltledger.simulators.mail.MailSink;
import io.voltledger.simulators.mail.MailSinkSettings;
import io.voltledger.simulators.payment.PaymentProviderSimulator;
import io.voltledger.simulators.payment.ProviderSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of every processor that moves money beside the saga: one fact that always fails, and the others, which do not wait for it. */
class FactsSetAsideTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant AT = StoppedSessions.AT;
    private static final Money AMOUNT = Money.of(1_000, "KRW");
    private static final WalletId BROKEN = new WalletId("broken");

    private static final List<BillId> BILLS =
            Stream.of("CP-7:1", "CP-7:2", "CP-7:3", "CP-7:4").map(BillId::new).toList();
    private static final BillId UNCORRECTED = new BillId("CP-6:2");
    private static final List<BillId> CORRECTED =
            Stream.of("CP-6:1", "CP-6:3", "CP-6:4").map(BillId::new).toList();

    private static PaymentProviderSimulator provider;
    private static MailSink mails;
    private static ConfigurableApplicationContext saga;

    @BeforeAll
    static void start() {
        provider = PaymentProviderSimulator.start(ProviderSettings.defaults().withPort(0));
        mails = MailSink.start(MailSinkSettings.defaults().withPort(0));
        saga = SagaApplication.start(provider, mails, TestDatabase.newDatabase());
        publishAll();
    }

    /** All at once, for failing often enough takes a while. */
    private static void publishAll() {
        saga.getBean(Wallets.class).breakDown(BROKEN);
        publish(sentTo(BROKEN), charged("broken"), returned("broken"), refundOfNothing("CP-9:1"));
        publish(sentTo(new WalletId("taker")), charged("payer"), returned("guest"), requested("late"));

        Documents documents = saga.getBean(Documents.class);
        documents.loseSightOf(BILLS.get(0));
        documents.breakDown(BILLS.get(1));
        BILLS.forEach(bill -> publish(opened(bill)));

        documents.breakDown(UNCORRECTED);
        publish(ordered("r1", CORRECTED.get(0), UNCORRECTED, CORRECTED.get(1)), ordered("r2", CORRECTED.get(2)));
    }

    @AfterAll
    static void stop() {
        saga.close();
        provider.close();
        mails.close();
    }

    @Test
    void servesTheOthersAndTakesUpWhatWasSetAsideWhenItIsRedriven() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(available("taker")).isEqualTo(AMOUNT);
            assertThat(available("payer")).isEqualTo(AMOUNT);
            assertThat(available("guest")).isEqualTo(AMOUNT);
            assertThat(intents("late")).isEqualTo(1);
            assertThat(letters())
                    .extracting(DeadLetterView::kind)
                    .contains("wallet-transfers", "wallet-top-ups", "wallet-returns", "payment-intents");
        });
        assertThat(letter("wallet-top-ups").cause()).contains("TopUpCharged").contains("this wallet is broken");
        assertThat(letter("wallet-top-ups").attempts()).isEqualTo(5);
        assertThat(letter("payment-intents").cause()).contains("No charge is known");
        assertThat(letter("payment-intents").bill()).isEqualTo(new BillId("CP-9:1"));

        saga.getBean(Wallets.class).mend(BROKEN);
        List.of("wallet-transfers", "wallet-top-ups", "wallet-returns").forEach(this::redrive);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(available("broken")).isEqualTo(Money.of(3_000, "KRW")));

        redrive("payment-intents");
        await().atMost(PATIENCE).until(() -> find("payment-intents").isPresent());
        assertThat(letter("payment-intents").cause()).contains("No charge is known");
        send(new DiscardDeadLetter(letter("payment-intents").id(), "a bill of another system"));
        assertThat(letters())
                .extracting(DeadLetterView::kind)
                .doesNotContain("wallet-transfers", "wallet-top-ups", "wallet-returns", "payment-intents");
    }

    /** One is never found in the series; another has its number, but does not take it. */
    @Test
    void leavesNoGapInTheNumbersWhereSomeBillsCannotBeNumbered() {
        Documents documents = saga.getBean(Documents.class);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(documents.numbersOf(BILLS.subList(2, 4))).doesNotContain(0L);
            assertThat(letters("bill-numbering"))
                    .extracting(DeadLetterView::bill)
                    .containsExactlyInAnyOrder(BILLS.get(0), BILLS.get(1));
        });
        assertThat(letters("bill-numbering"))
                .allSatisfy(letter ->
                        assertThat(letter.cause()).contains("BillOpened").contains("broken"));

        documents.mend(BILLS.get(0));
        documents.mend(BILLS.get(1));
        letters("bill-numbering").forEach(letter -> send(new RedriveDeadLetter(letter.id())));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(documents.numbersOf(BILLS)).doesNotContain(0L));
        assertThat(documents.hasGap()).isFalse();
    }

    @Test
    void correctsTheOtherBillsOfARunAndOfTheNextWhereOneFails() {
        Documents documents = saga.getBean(Documents.class);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(CORRECTED).allMatch(documents::isCorrected);
            assertThat(letters("bill-corrections"))
                    .extracting(DeadLetterView::bill)
                    .containsExactly(UNCORRECTED);
        });

        documents.mend(UNCORRECTED);
        redrive("bill-corrections");

        await().atMost(PATIENCE).until(() -> documents.isCorrected(UNCORRECTED));
    }

    private static BillOpened opened(BillId bill) {
        return Bills.opened(bill, new SessionId(bill.value()), new MemberId("M1"), null, AT);
    }

    private static CorrectionsOrdered ordered(String run, BillId... bills) {
        TariffId tariff = new TariffId("flat");
        Tariff content = new Tariff(
                "Flat",
                Currency.getInstance("KRW"),
                ZoneId.of("Asia/Seoul"),
                true,
                List.of(new TariffElement(
                        List.of(new PriceComponent(TariffDimension.FLAT, BigDecimal.TEN, null, 1)), null)),
                null,
                null);
        return new CorrectionsOrdered(
                RerateRunId.of(tariff, run), new FrozenTariff(tariff, 1, content), List.of(bills), AT);
    }

    private void redrive(String kind) {
        send(new RedriveDeadLetter(letter(kind).id()));
    }

    private static FundsSent sentTo(WalletId wallet) {
        return new FundsSent(
                new WalletId("sender"), "to-" + wallet.value(), wallet, AMOUNT, LedgerEntry.of("a", "b", AMOUNT), AT);
    }

    private static TopUpCharged charged(String member) {
        return new TopUpCharged(new TopUpId(member + "~k1"), new MemberId(member), AMOUNT, "pk-1", AT);
    }

    private static RefundPartDue returned(String member) {
        BillId bill = new BillId("CP-8:" + member);
        return new RefundPartDue(
                RefundId.of(bill, "r1"),
                bill,
                new MemberId(member),
                0,
                new RefundPart(PaymentSource.WALLET, "hold-1", null, AMOUNT),
                AT);
    }

    private static RefundPartDue refundOfNothing(String bill) {
        return new RefundPartDue(
                RefundId.of(new BillId(bill), "r1"),
                new BillId(bill),
                new MemberId("M1"),
                0,
                new RefundPart(PaymentSource.CARD, "no-such-payment", "pk-1", AMOUNT),
                AT);
    }

    private static TopUpRequested requested(String member) {
        TopUpId topUp = new TopUpId(member + "~k1");
        return new TopUpRequested(topUp, new MemberId(member), AMOUNT, OrderId.standingFor(topUp.toString()), AT);
    }

    private static int intents(String member) {
        return saga.getBean(JdbcClient.class)
                .sql("select count(*) from payment_intent where top_up_id = :topUp and kind = 'CHARGE'")
                .param("topUp", member + "~k1")
                .query(Integer.class)
                .single();
    }

    private static Money available(String wallet) {
        return saga.getBean(Wallets.class).available(new WalletId(wallet));
    }

    private static void publish(Object... facts) {
        saga.getBean(EventGateway.class).publish(List.of(facts));
    }

    private static DeadLetterView letter(String kind) {
        return find(kind).orElseThrow();
    }

    private static Optional<DeadLetterView> find(String kind) {
        return letters().stream().filter(letter -> letter.kind().equals(kind)).findFirst();
    }

    private static List<DeadLetterView> letters(String kind) {
        return letters().stream().filter(letter -> letter.kind().equals(kind)).toList();
    }

    private static List<DeadLetterView> letters() {
        return saga.getBean(QueryGateway.class)
                .query(new ListDeadLetters(null, null, 50), DeadLetterBatch.class)
                .join()
                .items();
    }

    private static void send(Object command) {
        saga.getBean(CommandGateway.class).sendAndWait(command);
    }
}
