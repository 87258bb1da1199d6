package io.voltledger.crash;

import io.voltledger.api.Money;
import io.voltledger.api.topup.TopUpCommand.RequestTopUp;
import io.voltledger.api.topup.TopUpEvent.TopUpCharged;
import io.voltledger.api.topup.TopUpEvent.TopUpCompleted;
import io.voltledger.api.topup.TopUpEvent.TopUpReturned;
import io.voltledger.api.wallet.WalletCommand.CloseWallet;
import io.voltledger.api.wallet.WalletEvent;
import io.voltledger.api.wallet.WalletId;
import java.time.Instant;
import java.util.Currency;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tops wallets up by card, one of them a closed one, and reads what came of it. */
final class TopUps implements Errands {

    static final long AMOUNT = 5_000;

    private static final Instant AT = Instant.parse("2026-11-21T03:00:00Z");

    private final EventStore store;
    private final CommandGateway commands;
    private final JdbcClient jdbc;
    private final Cards cards;

    TopUps(ConfigurableApplicationContext context) {
        store = context.getBean(EventStore.class);
        commands = context.getBean(CommandGateway.class);
        jdbc = context.getBean(JdbcClient.class);
        cards = new Cards(context);
    }

    @Override
    public void begin(Subject subject) {
        if (store.readEvents(subject.topUp().toString()).hasNext()) {
            return;
        }
        cards.register(subject);
        if (subject.course() == Course.TOP_UP_REFUSED) {
            commands.sendAndWait(new CloseWallet(WalletId.of(subject.member()), "moved abroad", "kim", AT));
        }
        commands.sendAndWait(new RequestTopUp(subject.topUp(), new Money(AMOUNT, Currency.getInstance("KRW")), AT));
    }

    @Override
    public void ask(Subject subject) {
        // A top-up goes on by itself.
    }

    @Override
    public boolean hasEnded(Subject subject) {
        return count(subject, TopUpCompleted.class) + count(subject, TopUpReturned.class) > 0
                && jdbc.sql("select count(*) from payment_intent where top_up_id = :id and state <> 'DONE'")
                                .param("id", subject.topUp().value())
                                .query(Integer.class)
                                .single()
                        == 0;
    }

    @Override
    public String books(Subject subject) {
        return "%s charged=%d completed=%d returned=%d available=%d"
                .formatted(
                        subject.watched(),
                        count(subject, TopUpCharged.class),
                        count(subject, TopUpCompleted.class),
                        count(subject, TopUpReturned.class),
                        available(subject));
    }

    private long available(Subject subject) {
        return events(WalletId.of(subject.member()))
                .flatMap(event -> event instanceof WalletEvent entry ? Ledger.postings(entry) : Stream.empty())
                .filter(posting -> posting.account().endsWith(":available"))
                .mapToLong(posting -> -posting.amount().amount())
                .sum();
    }

    private long count(Subject subject, Class<?> type) {
        return events(subject.topUp()).filter(type::isInstance).count();
    }

    private Stream<?> events(Object aggregate) {
        return store.readEvents(aggregate.toString()).asStream().map(DomainEventMessage::getPayload);
    }
}
