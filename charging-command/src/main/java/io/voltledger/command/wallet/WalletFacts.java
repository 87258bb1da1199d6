package io.voltledger.command.wallet;

import io.voltledger.api.Money;
import io.voltledger.api.Rejection;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.wallet.HoldId;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a wallet.
 *
 * @param available what may be held; absent before the first funds
 * @param credits ids of the credits that were booked
 * @param sent ids of what was sent to other wallets; absent in older snapshots
 * @param holds every hold that was ever asked for, by id
 * @param closed whether nothing new comes in or is held
 * @param refusals what it did not take, by the credit's id; absent in older snapshots
 * @param granted points and what took them; absent in older snapshots
 */
record WalletFacts(
        @Nullable Money available,
        Set<String> credits,
        @Nullable Set<String> sent,
        Map<String, Hold> holds,
        boolean closed,
        @Nullable Map<String, Rejection> refusals,
        @Nullable Points granted) {

    static final WalletFacts NONE = new WalletFacts(null, Set.of(), Set.of(), Map.of(), false, Map.of(), Points.NONE);

    WalletFacts {
        credits = Set.copyOf(credits);
        sent = sent == null ? Set.of() : Set.copyOf(sent);
        holds = Map.copyOf(holds);
        refusals = refusals == null ? Map.of() : Map.copyOf(refusals);
        granted = granted == null ? Points.NONE : granted;
    }

    /** Funds set aside for a bill, and what became of them. */
    record Hold(BillId bill, Money amount, State state) {

        enum State {
            HELD,
            REFUSED,
            CAPTURED,
            RELEASED,
            EXPIRED
        }
    }

    WalletFacts credited(String creditId, Money amount) {
        Set<String> more = new HashSet<>(credits);
        more.add(creditId);
        return new WalletFacts(plus(amount), more, sent, holds, closed, refusals, granted);
    }

    boolean hasCaptured(HoldId hold) {
        Hold known = holds.get(hold.value());
        return known != null && known.state() == Hold.State.CAPTURED;
    }

    /** All money that the member has, what is held included. */
    long balance() {
        long held = holds.entrySet().stream()
                .filter(hold -> hold.getValue().state() == Hold.State.HELD)
                .mapToLong(hold -> hold.getValue().amount().amount() - pointsIn(hold.getKey()))
                .sum();
        return held + (available == null ? 0 : available.amount());
    }

    private long pointsIn(String hold) {
        Points.Use use = points().uses().get(hold);
        return use == null ? 0 : use.amount().amount();
    }

    Points points() {
        return granted == null ? Points.NONE : granted;
    }

    boolean hasNothing() {
        return (available == null || !available.isPositive())
                && points().lots().values().stream().noneMatch(lot -> lot.left().isPositive());
    }

    /** What funds and points are in, where that is another currency. */
    Optional<Currency> currencyOtherThan(Currency currency) {
        return Stream.concat(
                        Stream.ofNullable(available),
                        points().lots().values().stream().map(Points.Lot::left))
                .map(Money::currency)
                .filter(kept -> !kept.equals(currency))
                .findFirst();
    }

    /** @param movement of what is available */
    WalletFacts with(Points change, Money movement) {
        return new WalletFacts(plus(movement), credits, sent, holds, closed, refusals, change);
    }

    WalletFacts with(Points change) {
        return new WalletFacts(available, credits, sent, holds, closed, refusals, change);
    }

    Set<String> transfers() {
        return sent == null ? Set.of() : sent;
    }

    WalletFacts sent(String transfer, Money amount) {
        Set<String> more = new HashSet<>(transfers());
        more.add(transfer);
        return new WalletFacts(
                plus(Money.zero(amount.currency()).minus(amount)), credits, more, holds, closed, refusals, granted);
    }

    WalletFacts with(String hold, Hold change, Money movement) {
        Map<String, Hold> changed = new HashMap<>(holds);
        changed.put(hold, change);
        return new WalletFacts(
                movement.isZero() ? available : plus(movement), credits, sent, changed, closed, refusals, granted);
    }

    WalletFacts closed(boolean now) {
        return new WalletFacts(available, credits, sent, holds, now, refusals, granted);
    }

    WalletFacts refusing(String creditId, Rejection refusal) {
        Map<String, Rejection> more = new HashMap<>(refused());
        more.put(creditId, refusal);
        return new WalletFacts(available, credits, sent, holds, closed, more, granted);
    }

    Map<String, Rejection> refused() {
        return refusals == null ? Map.of() : refusals;
    }

    private Money plus(Money amount) {
        return available == null ? amount : available.plus(amount);
    }
}
