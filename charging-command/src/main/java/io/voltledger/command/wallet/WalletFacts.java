package io.voltledger.command.wallet;

import io.voltledger.api.Money;
import io.voltledger.api.Rejection;
import io.voltledger.api.billing.BillId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
 */
record WalletFacts(
        @Nullable Money available,
        Set<String> credits,
        @Nullable Set<String> sent,
        Map<String, Hold> holds,
        boolean closed,
        @Nullable Map<String, Rejection> refusals) {

    static final WalletFacts NONE = new WalletFacts(null, Set.of(), Set.of(), Map.of(), false, Map.of());

    WalletFacts {
        credits = Set.copyOf(credits);
        sent = sent == null ? Set.of() : Set.copyOf(sent);
        holds = Map.copyOf(holds);
        refusals = refusals == null ? Map.of() : Map.copyOf(refusals);
    }

    /** Funds set aside for a bill, and what became of them. */
    record Hold(BillId bill, Money amount, State state) {

        enum State {
            HELD,
            REFUSED,
            CAPTURED,
            RELEASED
        }
    }

    WalletFacts credited(String creditId, Money amount) {
        Set<String> more = new HashSet<>(credits);
        more.add(creditId);
        return new WalletFacts(plus(amount), more, sent, holds, closed, refusals);
    }

    /** All that the member has, what is held included. */
    long balance() {
        long held = holds.values().stream()
                .filter(hold -> hold.state() == Hold.State.HELD)
                .mapToLong(hold -> hold.amount().amount())
                .sum();
        return held + (available == null ? 0 : available.amount());
    }

    Set<String> transfers() {
        return sent == null ? Set.of() : sent;
    }

    WalletFacts sent(String transfer, Money amount) {
        Set<String> more = new HashSet<>(transfers());
        more.add(transfer);
        return new WalletFacts(
                plus(Money.zero(amount.currency()).minus(amount)), credits, more, holds, closed, refusals);
    }

    WalletFacts with(String hold, Hold change, Money movement) {
        Map<String, Hold> changed = new HashMap<>(holds);
        changed.put(hold, change);
        return new WalletFacts(
                movement.isZero() ? available : plus(movement), credits, sent, changed, closed, refusals);
    }

    WalletFacts closed(boolean now) {
        return new WalletFacts(available, credits, sent, holds, now, refusals);
    }

    WalletFacts refusing(String creditId, Rejection refusal) {
        Map<String, Rejection> more = new HashMap<>(refused());
        more.put(creditId, refusal);
        return new WalletFacts(available, credits, sent, holds, closed, more);
    }

    Map<String, Rejection> refused() {
        return refusals == null ? Map.of() : refusals;
    }

    private Money plus(Money amount) {
        return available == null ? amount : available.plus(amount);
    }
}
