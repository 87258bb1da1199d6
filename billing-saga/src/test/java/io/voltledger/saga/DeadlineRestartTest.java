package io.voltledger.saga;

import static org.awaitility.Awaitility.await;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.wallet.HoldId;
import io.voltledger.saga.standin.Payments;
import io.voltledger.saga.standin.StoppedSessions;
import io.voltledger.saga.standin.Wallets;
import io.voltledger.simulators.mail.MailSink;
import io.voltledger.simulators.mail.MailSinkSettings;
import io.voltledger.simulators.payment.PaymentProviderSimulator;
import io.voltledger.simulators.payment.ProviderSettings;
import java.time.Duration;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class DeadlineRestartTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void triesAgainOnTimeAlthoughTheProcessWasRestartedInBetween() {
        SessionId session = new SessionId("CP-7:1");
        PaymentId first = PaymentId.of(BillId.of(session), 1);
        HoldId second = new HoldId("hold-" + PaymentId.of(BillId.of(session), 2).value());
        String database = TestDatabase.newDatabase();
        try (PaymentProviderSimulator provider = PaymentProviderSimulator.start(
                        ProviderSettings.defaults().withPort(0));
                MailSink mails = MailSink.start(MailSinkSettings.defaults().withPort(0))) {
            try (ConfigurableApplicationContext saga = start(provider, mails, database)) {
                saga.getBean(EventGateway.class).publish(StoppedSessions.of(session, new MemberId("no-card")));
                await().atMost(PATIENCE)
                        .until(() -> saga.getBean(Payments.class).states().get(first) == Payments.State.DECLINED
                                && WaitingSagas.of(saga, session) == 1);
            }

            try (ConfigurableApplicationContext saga = start(provider, mails, database)) {
                await().atMost(PATIENCE).until(() -> saga.getBean(Wallets.class).wasAsked(second));
            }
        }
    }

    private static ConfigurableApplicationContext start(
            PaymentProviderSimulator provider, MailSink mails, String database) {
        return SagaApplication.start(provider, mails, database, "--voltledger.saga.schedules.declined=4s");
    }
}
