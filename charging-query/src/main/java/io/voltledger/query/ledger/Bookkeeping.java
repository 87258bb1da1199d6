package io.voltledger.query.ledger;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillEvent.CreditNoteIssued;
import io.voltledger.api.billing.BillEvent.PaymentApplied;
import io.voltledger.api.billing.BillTotals;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.HandSettlement;
import io.voltledger.api.payment.PaymentEvent;
import io.voltledger.api.payment.PaymentEvent.PaymentApproved;
import io.voltledger.api.payment.PaymentEvent.PaymentApprovedLate;
import io.voltledger.api.payment.PaymentEvent.PaymentCancelled;
import io.voltledger.api.payment.PaymentEvent.PaymentChargedBack;
import io.voltledger.api.refund.RefundEvent.RefundPartReturned;
import io.voltledger.api.refund.RefundEvent.RefundPartSettled;
import io.voltledger.api.refund.RefundPart;
import io.voltledger.api.topup.TopUpEvent;
import io.voltledger.api.wallet.LedgerEntry;
import io.voltledger.api.wallet.Posting;
import io.voltledger.api.wallet.WalletEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each fact debits and credits. A bill is revenue and VAT when it is opened, whether or not it is ever paid, and a
 * credit note takes them back; money
 * passes through a clearing account for each way it comes, so that what has not found its bill stands there.
 */
final class Bookkeeping {

    private Bookkeeping() {}

    /** Empty where nothing is owed. */
    static Optional<Entry> of(BillOpened event) {
        BillTotals totals = event.totals();
        return totals.gross().isZero()
                ? Optional.empty()
                : Optional.of(Entry.of(
                        event.bill().value(),
                        event.bill(),
                        postings(
                                new Posting(Accounts.receivable(event.member()), totals.gross()),
                                new Posting(Accounts.REVENUE, negated(totals.net())),
                                new Posting(Accounts.VAT, negated(totals.vat())))));
    }

    /** Takes revenue, VAT and the debt back; where the debt was paid, the member has the amount to the good until it is refunded. */
    static Entry of(CreditNoteIssued event) {
        BillTotals totals = event.totals();
        return Entry.of(
                event.creditNote().value(),
                event.bill(),
                postings(
                        new Posting(Accounts.REVENUE, totals.net()),
                        new Posting(Accounts.VAT, totals.vat()),
                        new Posting(Accounts.receivable(event.member()), negated(totals.gross()))));
    }

    /** @param member whose bill it is */
    static Entry of(PaymentApplied event, MemberId member) {
        String source = switch (event.source()) {
            case WALLET -> Accounts.WALLET;
            case CARD -> Accounts.CARD;
        };
        return Entry.of(event.reference(), event.bill(), source, Accounts.receivable(member), event.amount());
    }

    static Optional<Entry> of(PaymentEvent event) {
        return switch (event) {
            case PaymentApproved e -> Optional.of(taken(e, e.amount()));
            case PaymentApprovedLate e -> Optional.of(taken(e, e.amount()));
            case PaymentCancelled e ->
                Optional.of(Entry.of(e.payment().value(), e.bill(), Accounts.CARD, Accounts.PROVIDER, e.amount()));
            case PaymentChargedBack e ->
                Optional.of(Entry.of(
                        e.payment().value(), e.bill(), Accounts.receivable(e.member()), Accounts.PROVIDER, e.amount()));
            case PaymentEvent.PaymentSettled e ->
                Optional.of(Entry.of(
                        e.payment().value(), e.bill(), Accounts.CARD, settledFrom(e.settlement()), e.amount()));
            case PaymentEvent.PaymentSettlementProposed e -> Optional.empty();
            case PaymentEvent.PaymentRequested e -> Optional.empty();
            case PaymentEvent.PaymentDeclined e -> Optional.empty();
            case PaymentEvent.PaymentOutcomeUnknown e -> Optional.empty();
            case PaymentEvent.PaymentAbandoned e -> Optional.empty();
        };
    }

    static Optional<Entry> of(WalletEvent event) {
        return switch (event) {
            case WalletEvent.FundsCredited e -> Optional.of(new Entry(e.creditId(), null, e.entry()));
            case WalletEvent.FundsSent e -> Optional.of(new Entry(e.transfer(), null, e.entry()));
            case WalletEvent.FundsHeld e -> Optional.of(new Entry(e.hold().value(), e.bill(), e.entry()));
            case WalletEvent.HoldReleased e -> Optional.of(new Entry(e.hold().value(), e.bill(), e.entry()));
            case WalletEvent.HoldExpired e -> Optional.of(new Entry(e.hold().value(), e.bill(), e.entry()));
            case WalletEvent.HoldCaptured e ->
                Optional.of(new Entry(e.hold().value(), e.bill(), towardsTheBill(e.entry())));
            case WalletEvent.PointsGranted e -> Optional.of(new Entry(e.lot().value(), null, e.entry()));
            case WalletEvent.PointsUsed e -> Optional.of(new Entry(e.hold().value(), e.bill(), e.entry()));
            case WalletEvent.PointsReturned e -> Optional.of(new Entry(e.cause(), e.bill(), e.entry()));
            case WalletEvent.PointsExpired e -> Optional.of(new Entry(e.lot().value(), null, e.entry()));
            case WalletEvent.HoldRefused e -> Optional.empty();
            case WalletEvent.CreditRefused e -> Optional.empty();
            case WalletEvent.WalletClosed e -> Optional.empty();
            case WalletEvent.WalletReopened e -> Optional.empty();
        };
    }

    /** Under the id that the wallet's credit has, too. */
    static Optional<Entry> of(TopUpEvent event) {
        String reference = event.topUp().toString();
        return switch (event) {
            case TopUpEvent.TopUpCharged e ->
                Optional.of(new Entry(reference, null, LedgerEntry.of(Accounts.PROVIDER, Accounts.TOP_UP, e.amount())));
            case TopUpEvent.TopUpReturned e -> Optional.of(givenBack(reference, e.amount()));
            // The operator's word is booked like the provider's; the provider's own list shows whether it holds.
            case TopUpEvent.TopUpReturnedByHand e -> Optional.of(givenBack(reference, e.amount()));
            case TopUpEvent.TopUpRequested e -> Optional.empty();
            case TopUpEvent.TopUpOutcomeUnknown e -> Optional.empty();
            case TopUpEvent.TopUpDeclined e -> Optional.empty();
            case TopUpEvent.TopUpCompleted e -> Optional.empty();
            case TopUpEvent.TopUpRefused e -> Optional.empty();
        };
    }

    private static Entry givenBack(String topUp, Money amount) {
        return new Entry(topUp, null, LedgerEntry.of(Accounts.TOP_UP, Accounts.PROVIDER, amount));
    }

    /** What goes back is owed by the member again, until a credit note takes the debt away. */
    static Entry of(RefundPartReturned event) {
        RefundPart part = event.what();
        String receivable = Accounts.receivable(event.member());
        return switch (part.source()) {
            case WALLET -> Entry.of(event.refund().value(), event.bill(), receivable, Accounts.REFUND, part.amount());
            case CARD -> Entry.of(part.reference(), event.bill(), receivable, Accounts.PROVIDER, part.amount());
        };
    }

    /** The same, by hand: from the provider's account or from a bank account of ours, as a person says. */
    static Entry of(RefundPartSettled event) {
        RefundPart part = event.what();
        String reference = switch (part.source()) {
            case WALLET -> event.refund().value();
            case CARD -> part.reference();
        };
        return Entry.of(
                reference,
                event.bill(),
                Accounts.receivable(event.member()),
                settledFrom(event.settlement()),
                part.amount());
    }

    private static String settledFrom(HandSettlement settlement) {
        return switch (settlement.way()) {
            case PROVIDER -> Accounts.PROVIDER;
            case BANK -> Accounts.BANK;
        };
    }

    private static Entry taken(PaymentEvent event, Money amount) {
        return Entry.of(event.payment().value(), event.bill(), Accounts.PROVIDER, Accounts.CARD, amount);
    }

    /** A wallet names the revenue that its capture is for; in the books that revenue came with the bill. */
    private static LedgerEntry towardsTheBill(LedgerEntry entry) {
        return new LedgerEntry(entry.postings().stream()
                .map(posting -> posting.account().equals(Accounts.REVENUE)
                        ? new Posting(Accounts.WALLET, posting.amount())
                        : posting)
                .toList());
    }

    private static List<Posting> postings(Posting... postings) {
        List<Posting> moved = new ArrayList<>(List.of(postings));
        moved.removeIf(posting -> posting.amount().isZero());
        return moved;
    }

    private static Money negated(Money amount) {
        return Money.zero(amount.currency()).minus(amount);
    }
}
