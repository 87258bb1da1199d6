package io.voltledger.command.rerating;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import java.util.Currency;
import java.util.List;

/**
 * Past sessions by another tariff.
 *
 * @param sessions those that have a bill in the tariff's currency
 * @param skipped how many have none
 * @param charged sum over the sessions
 * @param rerated sum over the sessions
 * @param difference sum over the sessions
 * @param credits sum of what goes back, as a positive amount
 * @param supplements sum of what is asked for
 */
record Rerating(
        List<Rerated> sessions,
        int skipped,
        Money charged,
        Money rerated,
        Money difference,
        Money credits,
        Money supplements) {

    /** The bills that this run has yet to correct. */
    List<BillId> due() {
        return sessions.stream()
                .filter(one -> !one.issued() && one.outcome() != Rerated.Outcome.SAME)
                .map(Rerated::bill)
                .toList();
    }

    static Rerating of(Currency currency, List<Rerated> sessions, int skipped) {
        Money zero = Money.zero(currency);
        return new Rerating(
                List.copyOf(sessions),
                skipped,
                sessions.stream().map(Rerated::charged).reduce(zero, Money::plus),
                sessions.stream().map(Rerated::rerated).reduce(zero, Money::plus),
                sessions.stream().map(Rerated::difference).reduce(zero, Money::plus),
                sessions.stream().map(Rerated::credit).reduce(zero, Money::plus),
                sessions.stream().map(Rerated::supplement).reduce(zero, Money::plus));
    }
}
