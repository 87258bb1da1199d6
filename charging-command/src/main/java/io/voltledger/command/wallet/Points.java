package io.voltledger.command.wallet;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.wallet.HoldId;
import io.voltledger.api.wallet.PointsLotId;
import io.voltledger.api.wallet.PointsPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The points of a wallet.
 *
 * @param lots every lot that was ever granted, by id
 * @param uses what holds took of points, by hold
 */
record Points(Map<String, Lot> lots, Map<String, Use> uses) {

    static final Points NONE = new Points(Map.of(), Map.of());

    Points {
        lots = Map.copyOf(lots);
        uses = Map.copyOf(uses);
    }

    /** @param left what nobody took */
    record Lot(Instant expiresAt, Money left) {

        boolean isOver(Instant at) {
            return !expiresAt.isAfter(at);
        }

        Lot plus(Money amount) {
            return new Lot(expiresAt, left.plus(amount));
        }
    }

    /**
     * What a hold took.
     *
     * @param parts in the order in which they were taken, less what came back
     * @param refunded what refunds gave back of the hold so far, money and points
     */
    record Use(BillId bill, List<PointsPart> parts, Money refunded) {

        Use {
            parts = List.copyOf(parts);
        }

        Money amount() {
            return Points.sum(parts, refunded.currency());
        }
    }

    static Money sum(List<PointsPart> parts, Currency currency) {
        return parts.stream().map(PointsPart::amount).reduce(Money.zero(currency), Money::plus);
    }

    /** Points of the lots that are not over, the first to expire first. */
    List<PointsPart> spendable(Money upTo, Instant at) {
        List<PointsPart> parts = new ArrayList<>();
        Money missing = upTo;
        for (Map.Entry<String, Lot> lot : inOrder(at)) {
            Money part = lot.getValue().left().min(missing);
            if (part.isPositive()) {
                parts.add(new PointsPart(new PointsLotId(lot.getKey()), part));
                missing = missing.minus(part);
            }
        }
        return parts;
    }

    private List<Map.Entry<String, Lot>> inOrder(Instant at) {
        return lots.entrySet().stream()
                .filter(lot -> !lot.getValue().isOver(at))
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Lot> lot) -> lot.getValue().expiresAt())
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }

    Optional<Use> use(HoldId hold) {
        return Optional.ofNullable(uses.get(hold.value()));
    }

    /** Those parts of a use that make up an amount, the last taken first. */
    static List<PointsPart> lastOf(Use use, Money amount) {
        List<PointsPart> parts = new ArrayList<>();
        Money missing = amount;
        for (PointsPart taken : use.parts().reversed()) {
            Money part = taken.amount().min(missing);
            if (part.isPositive()) {
                parts.add(new PointsPart(taken.lot(), part));
                missing = missing.minus(part);
            }
        }
        return parts;
    }

    Points granted(PointsLotId lot, Money amount, Instant expiresAt) {
        return with(lot, new Lot(expiresAt, amount));
    }

    Points used(HoldId hold, BillId bill, List<PointsPart> parts) {
        Currency currency = parts.getFirst().amount().currency();
        return moved(parts, amount -> Money.zero(currency).minus(amount))
                .with(hold, new Use(bill, parts, Money.zero(currency)));
    }

    Points returned(HoldId hold, List<PointsPart> parts) {
        return use(hold)
                .map(use -> moved(parts, UnaryOperator.identity())
                        .with(hold, new Use(use.bill(), less(use.parts(), parts), use.refunded())))
                .orElse(this);
    }

    Points refunded(HoldId hold, Money amount) {
        return use(hold)
                .map(use -> with(
                        hold, new Use(use.bill(), use.parts(), use.refunded().plus(amount))))
                .orElse(this);
    }

    Points expired(PointsLotId lot, Money amount) {
        return moved(
                List.of(new PointsPart(lot, amount)),
                gone -> Money.zero(gone.currency()).minus(gone));
    }

    private static List<PointsPart> less(List<PointsPart> taken, List<PointsPart> back) {
        Map<PointsLotId, Money> missing = new HashMap<>();
        back.forEach(part -> missing.merge(part.lot(), part.amount(), Money::plus));
        return taken.stream()
                .map(part -> new PointsPart(
                        part.lot(),
                        part.amount()
                                .minus(missing.getOrDefault(
                                        part.lot(), Money.zero(part.amount().currency())))))
                .filter(part -> part.amount().isPositive())
                .toList();
    }

    private Points moved(List<PointsPart> parts, UnaryOperator<Money> change) {
        Map<String, Lot> changed = new HashMap<>(lots);
        parts.forEach(part ->
                changed.computeIfPresent(part.lot().value(), (id, lot) -> lot.plus(change.apply(part.amount()))));
        return new Points(changed, uses);
    }

    private Points with(PointsLotId lot, Lot state) {
        Map<String, Lot> changed = new HashMap<>(lots);
        changed.put(lot.value(), state);
        return new Points(changed, uses);
    }

    private Points with(HoldId hold, Use use) {
        Map<String, Use> changed = new HashMap<>(uses);
        changed.put(hold.value(), use);
        return new Points(lots, changed);
    }
}
