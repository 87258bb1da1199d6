package io.voltledger.saga.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What came of comparing a day, as it is put together. */
final class Findings {

    private final LocalDate day;
    private final LocalDate today;
    private final int matched;
    private final List<Difference> differences = new ArrayList<>();
    private final List<String> even = new ArrayList<>();

    /**
     * @param today when it was compared
     * @param matched movements that both sides have
     */
    Findings(LocalDate day, LocalDate today, int matched) {
        this.day = day;
        this.today = today;
        this.matched = matched;
    }

    void add(List<Difference> more) {
        differences.addAll(more);
    }

    void add(PassingThrough.Left left) {
        differences.addAll(left.differences());
        even.addAll(left.even());
    }

    LocalDate day() {
        return day;
    }

    LocalDate today() {
        return today;
    }

    int matched() {
        return matched;
    }

    List<Difference> differences() {
        return List.copyOf(differences);
    }

    /** Cases, if there are such, of whose subject nothing is left. */
    List<String> even() {
        return List.copyOf(even);
    }
}
