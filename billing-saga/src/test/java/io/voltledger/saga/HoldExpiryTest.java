package io.voltledger.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.wallet.HoldId;
import io.voltledger.api.wallet.WalletCommand.HoldFunds;
import io.voltledger.api.wallet.WalletId;
import io.voltledger.saga.standin.Bills;
import io.voltledger.saga.standin.StoppedSessions;
import io.voltledger.saga.standin.Wallets;
import io.voltledger.simulators.mail.MailSink;
import io.voltledger.simulators.mail.MailSinkSettings;
import io.voltledger.simulators.payment.Capture;
import io.voltledger.simulators.payment.PaymentProviderSimulator;
import io.voltledger.simulators.payment.ProviderSettings;
import io.voltledger.simulators.payment.ScriptedOutcome;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** Funds that are set aside do not stay so for ever. */
class HoldExpiryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Money FUNDS = Money.of(2_100, "KRW");

    private static PaymentProviderSimulator provider;
    private static MailSink mails;

    @BeforeAll
    static void start() {
        provider = PaymentProviderSimulator.start(
                ProviderSettings.defaults().withPort(0).withSilence(Duration.ofMillis(600)));
        mails = MailSink.start(MailSinkSettings.defaults().withPort(0));
    }

    @AfterAll
    static void stop() {
        provider.close();
        mails.close();
    }

    /** The card is charged for its share, the hold is over before anybody knows: the rest is asked for again. */
    @Test
    void aPaymentWhoseHoldExpiredTakesEachShareOnce() {
        provider.script("customer-slow", ScriptedOutcome.TIMEOUT_AFTER_CAPTURE);
        try (ConfigurableApplicationContext saga = start(TestDatabase.newDatabase(), "2s", "1h")) {
            register(saga, "slow");
            Wallets wallets = saga.getBean(Wallets.class);
            wallets.credit(new WalletId("slow"), FUNDS);
            BillId bill = BillId.of(new SessionId("CP-4:1"));

            saga.getBean(EventGateway.class).publish(StoppedSessions.of(new SessionId("CP-4:1"), new MemberId("slow")));

            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(wallets.ended(hold(bill, 1))).hasValue(Wallets.End.EXPIRED));
            tellNewsOfTheCharge(saga);

            await().atMost(PATIENCE).until(() -> saga.getBean(Bills.class).isPaid(bill));
            assertThat(wallets.available(new WalletId("slow")).isZero()).isTrue();
            assertThat(provider.captures())
                    .filteredOn(capture -> capture.orderName().contains("CP-4:1"))
                    .singleElement()
                    .extracting(Capture::balance)
                    .isEqualTo(10_000L);
            awaitNoDeadline(saga);
        }
    }

    @Test
    void isGivenBackInTimeAlthoughTheProcessWasRestartedInBetween() {
        String database = TestDatabase.newDatabase();
        HoldId hold = new HoldId("hold-of-nobody");
        WalletId wallet = new WalletId("waiting");
        try (ConfigurableApplicationContext saga = start(database, "1h", "100ms")) {
            hold(saga, wallet, hold);
            await().atMost(PATIENCE).until(() -> deadlines(saga) == 1);
            anHourPasses(saga);
        }

        // The stand-in's wallets are new: it knows the hold again, and nobody tells the process of it twice.
        try (ConfigurableApplicationContext saga = start(database, "1h", "100ms")) {
            saga.getBean(Wallets.class).remember(wallet, hold, new BillId("CP-4:2"), FUNDS);
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(saga.getBean(Wallets.class).ended(hold)).hasValue(Wallets.End.EXPIRED));
            assertThat(saga.getBean(Wallets.class).available(wallet)).isEqualTo(FUNDS);
        }
    }

    private static void hold(ConfigurableApplicationContext saga, WalletId wallet, HoldId hold) {
        saga.getBean(Wallets.class).credit(wallet, FUNDS);
        saga.getBean(CommandGateway.class)
                .sendAndWait(new HoldFunds(
                        wallet,
                        hold,
                        new BillId("CP-4:2"),
                        FUNDS,
                        saga.getBean(Clock.class).instant()));
    }

    private static HoldId hold(BillId bill, int attempt) {
        return new HoldId("hold-" + PaymentId.of(bill, attempt).value());
    }

    private static void awaitNoDeadline(ConfigurableApplicationContext saga) {
        await().atMost(PATIENCE).until(() -> deadlines(saga) == 0);
    }

    private static int deadlines(ConfigurableApplicationContext saga) {
        return saga.getBean(JdbcClient.class).sql("""
                        select count(*) from scheduled_tasks where locate('hold-expiry', task_data) > 0""").query(Integer.class).single();
    }

    /** The outcome would be asked for in an hour; the provider's news has it asked for now. */
    private static void tellNewsOfTheCharge(ConfigurableApplicationContext saga) {
        await().atMost(PATIENCE)
                .until(() -> saga.getBean(JdbcClient.class)
                                .sql("select count(*) from payment_intent where kind = 'QUERY'")
                                .query(Integer.class)
                                .single()
                        == 1);
        http(saga)
                .post()
                .uri("/api/payment-provider/webhooks")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "eventType",
                        "PAYMENT_STATUS_CHANGED",
                        "createdAt",
                        "2026-11-21T12:00:00.000000",
                        "data",
                        Map.of("orderId", provider.captures().getFirst().orderId(), "status", "DONE")))
                .retrieve()
                .toBodilessEntity();
    }

    private static void anHourPasses(ConfigurableApplicationContext saga) {
        saga.getBean(JdbcClient.class).sql("""
                        update scheduled_tasks set execution_time = utc_timestamp(6) - interval 1 second
                        where locate('hold-expiry', task_data) > 0""").update();
    }

    /** The first call of a process that has just started may take longer than the provider is waited for. */
    private static void register(ConfigurableApplicationContext saga, String member) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> http(saga)
                        .post()
                        .uri("/api/payment-methods")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of(
                                "member", member, "authKey", "auth-" + member, "customerKey", "customer-" + member))
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .is2xxSuccessful());
    }

    private static RestClient http(ConfigurableApplicationContext saga) {
        int port = saga.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return RestClient.create("http://127.0.0.1:" + port);
    }

    private static ConfigurableApplicationContext start(String database, String expiry, String ask) {
        return SagaApplication.start(
                provider,
                mails,
                database,
                "--voltledger.saga.holds.expire-after=" + expiry,
                "--voltledger.saga.schedules.unknown=" + ask);
    }
}
