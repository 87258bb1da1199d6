package io.voltledger.command.billing;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillEvent.BillOpened;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.billing.BillLine;
import io.voltledger.api.billing.BillTotals;
import io.voltledger.api.billing.CreditNoteId;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.Tariff;
import io.voltledger.command.tariff.Rating;
import java.util.Currency;
import java.util.List;

/**
 * What another tariff changes about the bill of a session.
 *
 * @param charged by the bill and all its corrections but those of the run that is asked for
 * @param rerated what the session costs by the other tariff
 * @param shares {@code rerated} less {@code charged} by VAT rate
 * @param issued whether the run corrected it
 */
public record Correction(
        BillId bill, SessionId session, Money charged, Money rerated, List<VatShare> shares, boolean issued) {

    public Correction {
        shares = List.copyOf(shares);
    }

    /** Below zero where too much was charged. */
    public Money difference() {
        return rerated.minus(charged);
    }

    /**
     * What is to be taken back, as positive amounts: the VAT rates under which the other tariff asks for less. Net and VAT that
     * differ under one rate where their sum does not are rounding, and no correction.
     */
    public List<VatShare> credits() {
        return shares.stream()
                .filter(share -> share.gross().isNegative())
                .map(VatShare::negated)
                .toList();
    }

    /** What is to be asked for: the VAT rates under which the other tariff asks for more. */
    public List<VatShare> supplements() {
        return shares.stream().filter(share -> share.gross().isPositive()).toList();
    }

    /** The credit note that a run issues on a bill: always the same, so that it is issued once. */
    static CreditNoteId creditNote(String run) {
        return new CreditNoteId("rerate-" + run);
    }

    static Correction of(BillOpened bill, BillFacts facts, Tariff tariff, List<ChargingPeriod> periods, String run) {
        CreditNoteId ownNote = creditNote(run);
        BillId ownBill = BillId.supplement(bill.session(), run);
        VatShares shares = new VatShares(tariff.currency());
        shares.minus(bill.lines());
        facts.supplements().forEach((id, supplement) -> {
            if (!id.equals(ownBill)) {
                shares.minus(supplement.lines());
            }
        });
        facts.credits().forEach((id, note) -> {
            if (!id.equals(ownNote)) {
                shares.plus(note.lines());
            }
        });
        Money charged = Money.zero(tariff.currency()).minus(shares.gross());
        Rating rating = Rating.of(tariff, periods);
        shares.plus(rating.lines());
        return new Correction(
                bill.bill(),
                bill.session(),
                charged,
                rating.totals().gross(),
                shares.list(),
                facts.credits().containsKey(ownNote) || facts.supplements().containsKey(ownBill));
    }

    static BillTotals totals(Currency currency, List<BillLine> lines) {
        Money zero = Money.zero(currency);
        return new BillTotals(
                lines.stream().map(BillLine::net).reduce(zero, Money::plus),
                lines.stream().map(BillLine::vat).reduce(zero, Money::plus),
                lines.stream().map(BillLine::gross).reduce(zero, Money::plus));
    }
}
