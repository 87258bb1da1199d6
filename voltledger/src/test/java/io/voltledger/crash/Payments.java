package io.voltledger.crash;

import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import io.voltledger.api.Receipt;
import io.voltledger.api.billing.BillCommand.IssueCreditNote;
import io.voltledger.api.billing.BillCommand.RequestBillPayment;
import io.voltledger.api.billing.BillEvent.BillPaid;
import io.voltledger.api.billing.BillEvent.CreditNoteIssued;
import io.voltledger.api.billing.BillEvent.PaymentApplied;
import io.voltledger.api.billing.BillEvent.SupplementIssued;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.CreditNoteId;
import io.voltledger.api.billing.PaymentSource;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.dunning.DunningEvent.DunningAdvanced;
import io.voltledger.api.dunning.DunningStage;
import io.voltledger.api.dunning.StandingId;
import io.voltledger.api.payment.PaymentEvent.PaymentAbandoned;
import io.voltledger.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.refund.RefundCommand.RequestRefund;
import io.voltledger.api.refund.RefundEvent.RefundCompleted;
import io.voltledger.api.refund.RefundEvent.RefundPartReturned;
import io.voltledger.api.rerating.RerateCommand.OrderCorrections;
import io.voltledger.api.rerating.RerateRunId;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.ChargingPeriod.Activity;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.api.tariff.PriceComponent;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.api.tariff.TariffDimension;
import io.voltledger.api.tariff.TariffElement;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.TokenCommand.AuthorizeToken;
import io.voltledger.api.token.TokenCommand.IssueToken;
import io.voltledger.api.wallet.CreditSource;
import io.voltledger.api.wallet.WalletCommand.CreditWallet;
import io.voltledger.api.wallet.WalletEvent;
import io.voltledger.api.wallet.WalletId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stops sessions, pays where somebody must ask for it, and reads what came of it from the event store. */
final class Payments implements Errands {

    /** What a session costs, and what its member's wallet has. */
    static final long TOTAL = 12_100;

    static final long FUNDS = 2_100;

    /** What a dearer tariff adds, and a credit note takes back. */
    static final long MISSING = 900;

    /** What a credit note takes back while a charge is under way. */
    static final long TOO_MUCH = 700;

    private static final Instant AT = Instant.parse("2026-11-21T03:00:00Z");
    private static final Currency WON = Currency.getInstance("KRW");

    private final EventStore store;
    private final CommandGateway commands;
    private final JdbcClient jdbc;
    private final Cards cards;

    Payments(ConfigurableApplicationContext context) {
        store = context.getBean(EventStore.class);
        commands = context.getBean(CommandGateway.class);
        jdbc = context.getBean(JdbcClient.class);
        cards = new Cards(context);
    }

    @Override
    public void begin(Subject subject) {
        if (store.readEvents(subject.session().toString()).hasNext()) {
            return;
        }
        cards.register(subject);
        commands.sendAndWait(new IssueToken(subject.token(), subject.member(), null, null, AT));
        commands.sendAndWait(new CreditWallet(
                WalletId.of(subject.member()), "funds", new Money(FUNDS, WON), CreditSource.POINTS, AT));
        store.publish(new GenericDomainEventMessage<>(
                "ChargingSession", subject.session().toString(), 0, stopped(subject)));
    }

    /** A driver whose bill is overdue pays at last; another one's money is to go back. */
    @Override
    public void ask(Subject subject) {
        if (subject.course() == Course.REFUNDED && isPaid(subject)) {
            commands.sendAndWait(new RequestRefund(
                    subject.refunds(), subject.refund(), subject.bill(), null, "the cable was wet", "kim", AT));
        }
        if (subject.course() == Course.RERATED && isPaid(subject.bill())) {
            rerate(subject, "dearer", TOTAL + MISSING);
            if (isPaid(subject.supplement())) {
                rerate(subject, "as-before", TOTAL);
            }
        }
        if (subject.course() == Course.CREDITED) {
            credit(subject);
        }
        if (isSuspended(subject) && !isPaid(subject)) {
            commands.sendAndWait(new RequestBillPayment(subject.bill(), AT));
        }
    }

    /** As soon as nobody knows whether the card was charged; where that was known before, an operator gives it back. */
    private void credit(Subject subject) {
        if (isUnknown(subject) || isPaid(subject)) {
            commands.sendAndWait(new IssueCreditNote(
                    subject.bill(),
                    new CreditNoteId("wet-cable"),
                    null,
                    new Money(TOO_MUCH, WON),
                    "the cable was wet",
                    AT));
        }
        if (events(subject.bill()).anyMatch(Payments::leavesARefund)) {
            commands.sendAndWait(new RequestRefund(
                    subject.refunds(),
                    subject.refund(),
                    subject.bill(),
                    new Money(TOO_MUCH, WON),
                    "the cable was wet",
                    "kim",
                    AT));
        }
    }

    private static boolean leavesARefund(Object event) {
        return event instanceof CreditNoteIssued note && note.refundable().isPositive();
    }

    private boolean isUnknown(Subject subject) {
        return events(PaymentId.of(subject.bill(), 1)).anyMatch(PaymentOutcomeUnknown.class::isInstance);
    }

    private void rerate(Subject subject, String run, long price) {
        FrozenTariff tariff = tariff(price);
        commands.sendAndWait(
                new OrderCorrections(RerateRunId.of(tariff.id(), run), tariff, List.of(subject.bill()), AT));
    }

    @Override
    public boolean hasEnded(Subject subject) {
        return isPaid(subject)
                && sagas(subject.bill()) == 0
                && openIntents(subject) == 0
                && (subject.course() != Course.REFUNDED || refunded(subject) == 1)
                && (subject.course() != Course.CREDITED || credits(subject) == 1 && isSquare(subject))
                && (subject.course() != Course.RERATED || credits(subject) == 1 && sagas(subject.supplement()) == 0);
    }

    /** What was taken and what was given back come to what is asked for. */
    private boolean isSquare(Subject subject) {
        return net(subject, PaymentSource.CARD) + net(subject, PaymentSource.WALLET) == TOTAL - TOO_MUCH;
    }

    private long net(Subject subject, PaymentSource source) {
        return applied(subject, source)
                - events(subject.refunds())
                        .filter(RefundPartReturned.class::isInstance)
                        .map(event -> ((RefundPartReturned) event).what())
                        .filter(part -> part.source() == source)
                        .mapToLong(part -> part.amount().amount())
                        .sum();
    }

    /** What the bill took, from where, what is left in the wallet, and how often it was given back. */
    @Override
    public String books(Subject subject) {
        if (subject.course() == Course.CREDITED) {
            return "%s paid=%d card=%d wallet=%d held=%d left=%d credited=%d"
                    .formatted(
                            subject.session().value(),
                            events(subject.bill())
                                    .filter(BillPaid.class::isInstance)
                                    .count(),
                            net(subject, PaymentSource.CARD),
                            net(subject, PaymentSource.WALLET),
                            balance(subject, "held"),
                            balance(subject, "available"),
                            credits(subject));
        }
        return "%s paid=%d card=%d wallet=%d held=%d left=%d refunded=%d corrected=%d abandoned=%d barred=%s"
                .formatted(
                        subject.session().value(),
                        events(subject.bill())
                                .filter(BillPaid.class::isInstance)
                                .count(),
                        applied(subject, PaymentSource.CARD),
                        applied(subject, PaymentSource.WALLET),
                        balance(subject, "held"),
                        balance(subject, "available"),
                        refunded(subject),
                        corrected(subject),
                        abandoned(subject),
                        isBarred(subject));
    }

    private long abandoned(Subject subject) {
        return events(PaymentId.of(subject.bill(), 1))
                .filter(PaymentAbandoned.class::isInstance)
                .count();
    }

    /** What supplementary bills and credit notes came to together, of both the size. */
    private long corrected(Subject subject) {
        return events(subject.bill())
                        .mapToLong(event -> switch (event) {
                            case CreditNoteIssued note -> note.totals().gross().amount();
                            case SupplementIssued supplement ->
                                supplement.totals().gross().amount();
                            default -> 0;
                        })
                        .sum()
                + events(subject.supplement())
                        .filter(PaymentApplied.class::isInstance)
                        .map(PaymentApplied.class::cast)
                        .mapToLong(payment -> payment.amount().amount())
                        .sum();
    }

    private boolean isSuspended(Subject subject) {
        return events(new StandingId(subject.member()))
                .anyMatch(event ->
                        event instanceof DunningAdvanced advanced && advanced.stage() == DunningStage.SUSPENDED);
    }

    private boolean isBarred(Subject subject) {
        return commands.<Authorization>sendAndWait(
                                new AuthorizeToken(subject.token(), new StationId("CP-" + subject.name()), AT))
                        .status()
                != AuthorizationStatus.ACCEPTED;
    }

    private long refunded(Subject subject) {
        return events(subject.refunds())
                .filter(RefundCompleted.class::isInstance)
                .count();
    }

    private boolean isPaid(Subject subject) {
        return isPaid(subject.bill());
    }

    private boolean isPaid(BillId bill) {
        return events(bill).anyMatch(BillPaid.class::isInstance);
    }

    private long credits(Subject subject) {
        return events(subject.bill()).filter(CreditNoteIssued.class::isInstance).count();
    }

    private long applied(Subject subject, PaymentSource source) {
        return events(subject.bill())
                .filter(PaymentApplied.class::isInstance)
                .map(PaymentApplied.class::cast)
                .filter(payment -> payment.source() == source)
                .mapToLong(payment -> payment.amount().amount())
                .sum();
    }

    /** By the wallet's own double entry; what a member has is the platform's debt, so a credit. */
    private long balance(Subject subject, String account) {
        return events(WalletId.of(subject.member()))
                .flatMap(event -> event instanceof WalletEvent entry ? Ledger.postings(entry) : Stream.empty())
                .filter(posting -> posting.account().endsWith(":" + account))
                .mapToLong(posting -> -posting.amount().amount())
                .sum();
    }

    private Stream<?> events(Object aggregate) {
        return store.readEvents(aggregate.toString()).asStream().map(DomainEventMessage::getPayload);
    }

    private int sagas(BillId bill) {
        return count("select count(*) from association_value_entry where association_value = :id", bill);
    }

    private int openIntents(Subject subject) {
        return count(
                "select count(*) from payment_intent where bill_id = :id and state <> 'DONE'",
                subject.bill().value());
    }

    private int count(String sql, Object id) {
        return jdbc.sql(sql).param("id", id.toString()).query(Integer.class).single();
    }

    private static FrozenTariff tariff(long price) {
        Tariff tariff = new Tariff(
                "Flat",
                WON,
                ZoneId.of("Asia/Seoul"),
                true,
                List.of(new TariffElement(
                        List.of(new PriceComponent(TariffDimension.FLAT, BigDecimal.valueOf(price), null, 1)), null)),
                null,
                null);
        return new FrozenTariff(new TariffId("flat"), 1, tariff);
    }

    private static SessionStopped stopped(Subject subject) {
        Instant from = AT.minusSeconds(3600);
        Energy energy = Energy.wh(30_000);
        return new SessionStopped(
                subject.session(),
                subject.session().station(),
                new ConnectorId(1),
                subject.token(),
                new Authorization(AuthorizationStatus.ACCEPTED, subject.member(), null, null),
                Energy.wh(0),
                energy,
                energy,
                from,
                AT,
                "Local",
                tariff(TOTAL),
                List.of(new ChargingPeriod(from, AT, energy, Activity.CHARGING, null, null)),
                List.of(),
                List.of(),
                List.of(),
                new Receipt("m-" + subject.name(), AT));
    }
}
