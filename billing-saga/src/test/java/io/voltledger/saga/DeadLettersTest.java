package io.voltledger.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.voltledger.api.Money;
import io.voltledger.api.Rejection;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.operations.DeadLetterCommand.DiscardDeadLetter;
import io.voltledger.api.operations.DeadLetterCommand.RedriveDeadLetter;
import io.voltledger.api.operations.DeadLetterId;
import io.voltledger.api.operations.DeadLetterSource;
import io.voltledger.api.operations.DeadLetterView;
import io.voltledger.api.operations.OperationsQuery.DeadLetterBatch;
import io.voltledger.api.operations.OperationsQuery.ListDeadLetters;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.wallet.WalletId;
import io.voltledger.runtime.Rejections;
import io.voltledger.saga.standin.Bills;
import io.voltledger.saga.standin.StoppedSessions;
import io.voltledger.saga.standin.Wallets;
import io.voltledger.simulators.mail.MailSink;
import io.voltledger.simulators.mail.MailSinkSettings;
import io.voltledger.simulators.payment.PaymentProviderSimulator;
import io.voltledger.simulators.payment.ProviderSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the module cannot go on with, from the failure to the operator's word. */
class DeadLettersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static PaymentProviderSimulator provider;
    private static MailSink mails;
    private static ConfigurableApplicationContext saga;

    @BeforeAll
    static void start() {
        provider = PaymentProviderSimulator.start(ProviderSettings.defaults().withPort(0));
        mails = MailSink.start(MailSinkSettings.defaults().withPort(0));
        saga = SagaApplication.start(provider, mails, TestDatabase.newDatabase());
    }

    @AfterAll
    static void stop() {
        saga.close();
        provider.close();
        mails.close();
    }

    @Test
    void setsAsideAStepThatKeepsFailingServesTheOthersAndTakesItUpWhenRedriven() {
        Wallets wallets = saga.getBean(Wallets.class);
        MemberId unlucky = new MemberId("unlucky");
        wallets.breakDown(WalletId.of(unlucky));
        BillId stuck = stop("CP-8:1", unlucky);
        List<BillId> others = List.of(covered("CP-8:2"), covered("CP-8:3"), covered("CP-8:4"), covered("CP-8:5"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(others).allMatch(saga.getBean(Bills.class)::isPaid));
        DeadLetterView letter = awaitLetter(DeadLetterSource.PROCESS);
        assertThat(letter.kind()).isEqualTo("step-failed");
        assertThat(letter.cause()).contains("BillOpened").contains("this wallet is broken");
        assertThat(letter.bill()).isEqualTo(stuck);
        assertThat(letter.session()).isEqualTo(new SessionId("CP-8:1"));

        wallets.mend(WalletId.of(unlucky));
        wallets.credit(WalletId.of(unlucky), Money.of(20_000, "KRW"));
        send(new RedriveDeadLetter(letter.id()));

        await().atMost(PATIENCE).until(() -> saga.getBean(Bills.class).isPaid(stuck));
        assertThat(letters()).extracting(DeadLetterView::id).doesNotContain(letter.id());
    }

    @Test
    void mailsAgainWhatWasGivenUpAndDiscardsOnce() {
        JdbcClient jdbc = saga.getBean(JdbcClient.class);
        jdbc.sql("""
                insert into notification_outbox (notification_id, member_id, template, facts, state, attempts, next_at,
                    last_error, created_at)
                values ('session-stopped/CP-9:1', 'nobody', 'session-stopped', '{}', 'FAILED', 3, utc_timestamp(6),
                    'the member has left no contact', utc_timestamp(6))""").update();
        DeadLetterId id = new DeadLetterId(DeadLetterSource.MAIL, "session-stopped/CP-9:1");
        DeadLetterView letter = letter(id).orElseThrow();
        assertThat(letter.cause()).isEqualTo("the member has left no contact");
        assertThat(letter.attempts()).isEqualTo(3);

        send(new RedriveDeadLetter(id));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(letter(id)).map(DeadLetterView::attempts).hasValue(1));

        send(new DiscardDeadLetter(id, "the driver was told at the desk"));
        assertThat(letter(id)).isEmpty();
        assertThatThrownBy(() -> send(new DiscardDeadLetter(id, "again")))
                .satisfies(failure ->
                        assertThat(Rejections.of(failure)).map(Rejection::code).hasValue(Rejection.NOT_FOUND));
    }

    private static BillId covered(String session) {
        MemberId member = new MemberId("lucky-" + session.charAt(session.length() - 1));
        saga.getBean(Wallets.class).credit(WalletId.of(member), Money.of(20_000, "KRW"));
        return stop(session, member);
    }

    private static BillId stop(String session, MemberId member) {
        SessionId id = new SessionId(session);
        saga.getBean(EventGateway.class).publish(StoppedSessions.of(id, member));
        return BillId.of(id);
    }

    private static DeadLetterView awaitLetter(DeadLetterSource source) {
        await().atMost(PATIENCE).until(() -> letters().stream().anyMatch(letter -> letter.source() == source));
        return letters().stream()
                .filter(letter -> letter.source() == source)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<DeadLetterView> letter(DeadLetterId id) {
        return letters().stream().filter(letter -> letter.id().equals(id)).findFirst();
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
