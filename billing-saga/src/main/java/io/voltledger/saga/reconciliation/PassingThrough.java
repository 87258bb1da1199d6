package io.voltledger.saga.reconciliation;

import io.voltledger.api.reconciliation.DifferenceKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Accounts that money only passes through on its way to a bill or a wallet. What went back may have done so long after it was
 * taken: of whom a day leaves anything, all that ever moved counts.
 */
@Component
class PassingThrough {

    private final BookMovements books;
    private final ReconciliationCases cases;

    PassingThrough(BookMovements books, ReconciliationCases cases) {
        this.books = books;
        this.cases = cases;
    }

    /** @param even cases, if there are such, of whose subject nothing is left */
    record Left(List<Difference> differences, List<String> even) {}

    /** @param around what moved on the day and around it */
    Left of(DifferenceKind kind, String account, Comparison comparison, List<Movement> around) {
        Set<String> subjects = new LinkedHashSet<>(cases.standing(kind));
        subjects.retainAll(comparison.moved(around));
        subjects.addAll(comparison.unbalanced(around));
        List<Difference> differences = new ArrayList<>();
        List<String> even = new ArrayList<>();
        for (String subject : subjects) {
            Comparison.left(kind, books.of(account, subject, false))
                    .ifPresentOrElse(differences::add, () -> even.add(Difference.id(kind, subject, "")));
        }
        return new Left(differences, even);
    }
}
