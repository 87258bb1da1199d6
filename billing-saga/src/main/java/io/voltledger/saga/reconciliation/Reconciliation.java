package io.voltledger.saga.reconciliation;

import io.voltledger.api.reconciliation.DifferenceKind;
import io.voltledger.api.reconciliation.ReconciliationRun;
import io.voltledger.saga.SagaSettings;
import io.voltledger.saga.payment.OrderBook;
import io.voltledger.saga.payment.PaymentProvider;
import io.voltledger.saga.payment.ProviderTransaction;
import io.voltledger.saga.payment.TransactionList;
import io.voltledger.saga.reconciliation.Comparison.Result;
import io.voltledger.saga.reconciliation.Movement.Direction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Compares one business day of the provider's with ours; may be repeated at any time, a difference is one case. */
@Component
class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    /** How much later than the other one side may tell of a movement. */
    private static final Duration MARGIN = Duration.ofDays(1);

    private final PaymentProvider provider;
    private final OrderBook orders;
    private final BookMovements books;
    private final PassingThrough passing;
    private final CaseFiling filing;
    private final SagaSettings.Reconciliation settings;
    private final Clock clock;

    Reconciliation(
            PaymentProvider provider,
            OrderBook orders,
            BookMovements books,
            PassingThrough passing,
            CaseFiling filing,
            SagaSettings settings,
            Clock clock) {
        this.provider = provider;
        this.orders = orders;
        this.books = books;
        this.passing = passing;
        this.filing = filing;
        this.settings = settings.reconciliation();
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    /** Throws IllegalStateException where the provider or the books cannot be asked: then nothing is compared. */
    ReconciliationRun run(LocalDate day) {
        Instant from = day.atStartOfDay(settings.zone()).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(settings.zone()).toInstant();
        Instant settled = clock.instant().minus(settings.settledAfter());
        Instant until = end.isBefore(settled) ? end : settled;
        List<Movement> atProvider = atProvider(from.minus(MARGIN), end.plus(MARGIN));
        List<Movement> inBooks = books.of(BookMovements.PROVIDER, true, from.minus(MARGIN), end.plus(MARGIN));
        Comparison comparison = new Comparison(from, until);
        Result result = comparison.compare(atProvider, inBooks);
        Findings findings = new Findings(day, today(), result.matched());
        findings.add(result.differences());
        findings.add(passing(DifferenceKind.NOT_ON_A_BILL, BookMovements.CARD, comparison, from, end));
        findings.add(passing(DifferenceKind.NOT_IN_A_WALLET, BookMovements.TOP_UP, comparison, from, end));
        ReconciliationRun run = filing.conclude(findings, clock.instant());
        LOG.info("Reconciled {}: {} movements agree, {} differ", day, run.matched(), run.differences());
        return run;
    }

    private PassingThrough.Left passing(
            DifferenceKind kind, String account, Comparison comparison, Instant from, Instant end) {
        return passing.of(kind, account, comparison, books.of(account, false, from.minus(MARGIN), end.plus(MARGIN)));
    }

    private List<Movement> atProvider(Instant from, Instant until) {
        return switch (provider.transactions(from, until)) {
            case TransactionList.Listed listed ->
                listed.transactions().stream().map(this::movement).toList();
            case TransactionList.Unavailable unavailable ->
                throw new IllegalStateException("The provider does not list its transactions: " + unavailable.cause());
        };
    }

    private Movement movement(ProviderTransaction transaction) {
        Direction direction = transaction.returned() ? Direction.RETURNED : Direction.TAKEN;
        return orders.find(transaction.orderId())
                .map(order -> new Movement(
                        transaction.key(),
                        order.payment(),
                        true,
                        direction,
                        transaction.amount(),
                        order.bill(),
                        transaction.at()))
                .orElseGet(() -> new Movement(
                        transaction.key(),
                        transaction.orderId(),
                        false,
                        direction,
                        transaction.amount(),
                        null,
                        transaction.at()));
    }
}
