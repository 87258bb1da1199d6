package io.voltledger.saga.reconciliation;

import static java.util.stream.Collectors.toCollection;

import io.voltledger.api.Money;
import io.voltledger.api.reconciliation.DifferenceKind;
import io.voltledger.saga.reconciliation.Movement.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Matches the provider's movements with those of the books. Each side brings more than the day in question, for one of
 * them may tell of a movement a little later; only what lies on the day itself can make a difference.
 */
final class Comparison {

    private final Instant from;
    private final Instant until;

    /** @param until exclusive */
    Comparison(Instant from, Instant until) {
        this.from = from;
        this.until = until;
    }

    /** @param matched movements of the day that both sides have */
    record Result(int matched, List<Difference> differences) {}

    private record Sameness(String subject, Direction direction, Money amount) {

        static Sameness of(Movement movement) {
            return new Sameness(movement.subject(), movement.direction(), movement.amount());
        }
    }

    Result compare(List<Movement> provider, List<Movement> books) {
        List<Movement> atProvider = leftOver(provider, books);
        List<Movement> inBooks = leftOver(books, provider);
        int matched = (int) provider.stream().filter(this::isOfTheDay).count()
                - (int) atProvider.stream().filter(this::isOfTheDay).count();
        List<Difference> differences = new ArrayList<>();
        for (Movement movement : atProvider) {
            Optional<Movement> counterpart = inBooks.stream()
                    .filter(other ->
                            other.subject().equals(movement.subject()) && other.direction() == movement.direction())
                    .findFirst();
            counterpart.ifPresent(inBooks::remove);
            if (isOfTheDay(movement) || counterpart.filter(this::isOfTheDay).isPresent()) {
                differences.add(counterpart
                        .map(other -> new Difference(
                                DifferenceKind.AMOUNT_DIFFERS,
                                movement.key(),
                                movement.subject(),
                                other.bill(),
                                movement.amount(),
                                other.amount()))
                        .orElseGet(() -> onlyAtTheProvider(movement)));
            }
        }
        inBooks.stream()
                .filter(this::isOfTheDay)
                .map(Comparison::onlyInTheBooks)
                .forEach(differences::add);
        return new Result(matched, differences);
    }

    /** Whose money moved that day through an account that it only passes through. */
    Set<String> moved(List<Movement> account) {
        return account.stream()
                .filter(this::isOfTheDay)
                .map(Movement::subject)
                .collect(toCollection(LinkedHashSet::new));
    }

    /** Those of them that do not come to zero there, as far as these movements tell. */
    Set<String> unbalanced(List<Movement> account) {
        Map<String, Long> sums = new HashMap<>();
        account.forEach(movement -> sums.merge(movement.subject(), movement.signed(), Long::sum));
        Set<String> unbalanced = moved(account);
        unbalanced.removeIf(subject -> sums.getOrDefault(subject, 0L) == 0);
        return unbalanced;
    }

    /**
     * What stays of one payment or top-up in such an account; nothing where it came to zero.
     *
     * @param whole all that ever moved of it: in as {@code TAKEN}, out as {@code RETURNED}
     */
    static Optional<Difference> left(DifferenceKind kind, List<Movement> whole) {
        long left = whole.stream().mapToLong(Movement::signed).sum();
        return whole.stream()
                .min(Comparator.comparing(Movement::at))
                .filter(first -> left != 0)
                .map(first -> new Difference(
                        kind,
                        "",
                        first.subject(),
                        first.bill(),
                        null,
                        new Money(left, first.amount().currency())));
    }

    /** Those of one side that the other side has fewer of: the latest. */
    private static List<Movement> leftOver(List<Movement> side, List<Movement> other) {
        Map<Sameness, Integer> there = new HashMap<>();
        other.forEach(movement -> there.merge(Sameness.of(movement), 1, Integer::sum));
        List<Movement> left = new ArrayList<>();
        side.stream().sorted(Comparator.comparing(Movement::at)).forEach(movement -> {
            int count = there.getOrDefault(Sameness.of(movement), 0);
            if (count > 0) {
                there.put(Sameness.of(movement), count - 1);
            } else {
                left.add(movement);
            }
        });
        return left;
    }

    private boolean isOfTheDay(Movement movement) {
        return !movement.at().isBefore(from) && movement.at().isBefore(until);
    }

    private static Difference onlyAtTheProvider(Movement movement) {
        DifferenceKind kind = !movement.known()
                ? DifferenceKind.UNKNOWN_ORDER
                : switch (movement.direction()) {
                    case TAKEN -> DifferenceKind.TAKEN_NOT_BOOKED;
                    case RETURNED -> DifferenceKind.RETURNED_NOT_BOOKED;
                };
        return new Difference(kind, movement.key(), movement.subject(), movement.bill(), movement.amount(), null);
    }

    private static Difference onlyInTheBooks(Movement movement) {
        DifferenceKind kind = switch (movement.direction()) {
            case TAKEN -> DifferenceKind.BOOKED_NOT_TAKEN;
            case RETURNED -> DifferenceKind.BOOKED_NOT_RETURNED;
        };
        return new Difference(kind, movement.key(), movement.subject(), movement.bill(), null, movement.amount());
    }
}
