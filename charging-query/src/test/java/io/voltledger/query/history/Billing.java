package io.voltledger.query.history;

import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.BillOverdue;
import io.voltledger.api.billing.BillEvent.BillPaid;
import io.voltledger.api.billing.BillEvent.BillParked;
import io.voltledger.api.billing.BillEvent.PaymentApplied;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillLine;
import io.voltledger.api.billing.BillTotals;
import io.voltledger.api.billing.LineSource;
import io.voltledger.api.billing.PaymentSource;
import io.voltledger.api.dunning.DunningEvent.DunningAdvanced;
import io.voltledger.api.dunning.DunningStage;
import io.voltledger.api.notification.NotificationEvent.NotificationFailed;
import io.voltledger.api.notification.NotificationEvent.NotificationRequested;
import io.voltledger.api.notification.NotificationEvent.NotificationSent;
import io.voltledger.api.payment.OrderId;
import io.voltledger.api.payment.PaymentEvent.PaymentApproved;
import io.voltledger.api.payment.PaymentEvent.PaymentDeclined;
import io.voltledger.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.voltledger.api.payment.PaymentEvent.PaymentRequested;
import io.voltledger.api.payment.PaymentId;
import io.voltledger.api.refund.RefundEvent.RefundApproved;
import io.voltledger.api.refund.RefundEvent.RefundCompleted;
import io.voltledger.api.refund.RefundEvent.RefundPartDue;
import io.voltledger.api.refund.RefundEvent.RefundPartReturned;
import io.voltledger.api.refund.RefundEvent.RefundRequested;
import io.voltledger.api.refund.RefundId;
import io.voltledger.api.refund.RefundPart;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.MeterPoint;
import io.voltledger.api.tariff.Metered;
import io.voltledger.api.token.TokenEvent.TokenRestricted;
import io.voltledger.api.wallet.HoldId;
import io.voltledger.api.wallet.LedgerEntry;
import io.voltledger.api.wallet.WalletEvent.FundsHeld;
import io.voltledger.api.wallet.WalletEvent.HoldCaptured;
import io.voltledger.api.wallet.WalletEvent.HoldReleased;
import io.voltledger.api.wallet.WalletId;
import io.voltledger.query.history.Town.Driver;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/** What becomes of a stopped session's bill; each step comes a second after the one before. */
public final class Billing {

    private static final Metered METERED = new Metered(
            new MeterPoint(Energy.wh(1_204_500), Instant.parse("2026-11-20T08:00:00Z"), 0),
            new MeterPoint(Energy.wh(1_216_475), Instant.parse("2026-11-20T09:00:00Z"), 2));

    private final History history;
    private final SessionId session;
    private final BillId bill;
    private final Driver driver;
    private final Energy energy;
    private final BillTotals totals;
    private Instant now;
    private long held;
    private int attempt;

    Billing(History history, SessionId session, Driver driver, Energy energy, Instant at) {
        this.history = history;
        this.session = session;
        this.bill = BillId.of(session);
        this.driver = driver;
        this.energy = energy;
        this.now = at;
        long net = Town.PRICE
                .multiply(energy.kilowattHours())
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        long vat = BigDecimal.valueOf(net)
                .movePointLeft(1)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        this.totals = new BillTotals(won(net), won(vat), won(net + vat));
    }

    public Billing open() {
        BillLine line = new BillLine(
                BillLine.Kind.ENERGY,
                energy.kilowattHours(),
                "kWh",
                Town.PRICE,
                totals.net(),
                Town.VAT,
                totals.vat(),
                totals.gross(),
                List.of(new LineSource(now.minusSeconds(3_600), now, energy.kilowattHours(), METERED)));
        history.saga(
                tick(),
                new BillOpened(
                        bill, session, driver.member(), driver.token(), Town.STANDARD, 1, List.of(line), totals, now));
        return this;
    }

    public Billing park(String reason) {
        history.saga(tick(), new BillParked(bill, session, driver.member(), List.of(reason), now));
        return this;
    }

    public Billing hold(long points) {
        held = points;
        history.saga(tick(), new FundsHeld(wallet(), holdId(), bill, won(points), entry("available", "held"), now));
        return this;
    }

    public Billing release() {
        history.saga(tick(), new HoldReleased(wallet(), holdId(), bill, won(held), entry("held", "available"), now));
        held = 0;
        return this;
    }

    public Billing request() {
        attempt++;
        history.saga(
                tick(),
                new PaymentRequested(
                        payment(), bill, session, driver.member(), driver.card(), owed(), attempt, order(), now));
        return this;
    }

    public Billing decline() {
        history.worker(
                tick(),
                new PaymentDeclined(
                        payment(),
                        bill,
                        session,
                        driver.member(),
                        owed(),
                        attempt,
                        "REJECT_CARD_PAYMENT",
                        "The card's limit is exceeded",
                        now));
        notify("payment-declined", payment().value(), true);
        return this;
    }

    public Billing unknown() {
        history.worker(tick(), new PaymentOutcomeUnknown(payment(), bill, order(), "no answer in 60 s", now));
        return this;
    }

    public Billing approve() {
        history.worker(
                tick(),
                new PaymentApproved(payment(), bill, session, driver.member(), owed(), "pay-" + order().value(), now));
        Money outstanding = totals.gross().minus(owed());
        history.saga(
                tick(), new PaymentApplied(bill, PaymentSource.CARD, payment().value(), owed(), outstanding, now));
        if (held > 0) {
            history.saga(
                    tick(),
                    new HoldCaptured(
                            wallet(),
                            holdId(),
                            bill,
                            won(held),
                            LedgerEntry.of(
                                    "member:" + driver.member().value() + ":held", "revenue:charging", won(held)),
                            now));
            history.saga(
                    tick(), new PaymentApplied(bill, PaymentSource.WALLET, holdId().value(), won(held), won(0), now));
        }
        history.saga(tick(), new BillPaid(bill, session, driver.member(), totals.gross(), now));
        notify("payment-approved", payment().value(), true);
        return this;
    }

    /** A part of what the card paid goes back, after a second person agreed. */
    public Billing refund(String key, long amount) {
        RefundId refund = RefundId.of(bill, key);
        RefundPart part = new RefundPart(PaymentSource.CARD, payment().value(), "pay-" + order().value(), won(amount));
        history.operator(
                tick(),
                new RefundRequested(
                        refund,
                        bill,
                        driver.member(),
                        won(amount),
                        List.of(part),
                        "the cable was wet",
                        "kim",
                        true,
                        now));
        history.operator(tick(), new RefundApproved(refund, bill, "lee", now));
        history.operator(now, new RefundPartDue(refund, bill, driver.member(), 0, part, now));
        history.worker(tick(), new RefundPartReturned(refund, bill, driver.member(), 0, part, now));
        history.worker(now, new RefundCompleted(refund, bill, driver.member(), won(amount), now));
        return this;
    }

    /** Somebody asks for a part of it back; a second person has not decided yet. */
    public Billing askForRefund(String key, long amount, String by) {
        RefundPart part = new RefundPart(PaymentSource.CARD, payment().value(), "pay-" + order().value(), won(amount));
        history.operator(
                tick(),
                new RefundRequested(
                        RefundId.of(bill, key),
                        bill,
                        driver.member(),
                        won(amount),
                        List.of(part),
                        "charged too slowly",
                        by,
                        true,
                        now));
        return this;
    }

    public Billing overdue() {
        history.saga(tick(), new BillOverdue(bill, session, driver.member(), totals.gross(), now));
        for (DunningStage stage : List.of(DunningStage.OVERDUE, DunningStage.RESTRICTED)) {
            history.saga(tick(), new DunningAdvanced(driver.member(), bill, session, stage, totals.gross(), now));
        }
        history.saga(tick(), new TokenRestricted(driver.token(), bill, now));
        notify("bill-overdue", bill.value(), false);
        return this;
    }

    private void notify(String template, String reference, boolean sent) {
        String id = template + "/" + reference;
        history.saga(
                tick(), new NotificationRequested(id, driver.member(), template, "EMAIL", session, reference, now));
        history.worker(
                tick(), sent ? new NotificationSent(id, now) : new NotificationFailed(id, "mailbox is full", now));
    }

    private Instant tick() {
        now = now.plusSeconds(1);
        return now;
    }

    private Money owed() {
        return totals.gross().minus(won(held));
    }

    private WalletId wallet() {
        return WalletId.of(driver.member());
    }

    private HoldId holdId() {
        return new HoldId(bill.value() + "/hold");
    }

    private PaymentId payment() {
        return PaymentId.of(bill, attempt);
    }

    private OrderId order() {
        return new OrderId("order-" + bill.value().replace(':', '-') + "-" + attempt);
    }

    private LedgerEntry entry(String from, String to) {
        String owner = "member:" + driver.member().value() + ":";
        return LedgerEntry.of(owner + from, owner + to, won(held));
    }

    private static Money won(long amount) {
        return Money.of(amount, "KRW");
    }
}
