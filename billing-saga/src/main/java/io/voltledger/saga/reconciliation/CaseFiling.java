package io.voltledger.saga.reconciliation;

import io.voltledger.api.Money;
import io.voltledger.api.reconciliation.CaseEntry.What;
import io.voltledger.api.reconciliation.ReconciliationCase;
import io.voltledger.api.reconciliation.ReconciliationCase.State;
import io.voltledger.api.reconciliation.ReconciliationEvent.DayReconciled;
import io.voltledger.api.reconciliation.ReconciliationEvent.DifferenceEvened;
import io.voltledger.api.reconciliation.ReconciliationEvent.DifferenceFound;
import io.voltledger.api.reconciliation.ReconciliationEvent.DifferenceReopened;
import io.voltledger.api.reconciliation.ReconciliationEvent.DifferenceSeenAgain;
import io.voltledger.api.reconciliation.ReconciliationRun;
import io.voltledger.saga.work.UtcTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files what a comparison found. What is new is a case. What has one stays with it: the case is told, a closed one is opened
 * again only where the amounts are others than when it was closed. All of it is recorded as events, in the same step.
 */
@Repository
class CaseFiling {

    private final JdbcClient jdbc;
    private final ReconciliationCases cases;
    private final CaseHistory history;
    private final EventGateway events;
    private final TransactionOperations transactions;

    CaseFiling(
            JdbcClient jdbc,
            ReconciliationCases cases,
            CaseHistory history,
            EventGateway events,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.history = history;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
    }

    ReconciliationRun conclude(Findings found, Instant now) {
        return transactions.execute(status -> {
            List<Difference> differences = found.differences().stream()
                    .filter(difference -> !isMadeUpFor(difference, found.day(), now))
                    .toList();
            differences.forEach(difference -> file(difference, found, now));
            found.even().forEach(id -> even(id, null, found.day(), now));
            GeneratedKeyHolder id = new GeneratedKeyHolder();
            jdbc.sql("""
                    insert into reconciliation_run (day, matched, differences, ended_at)
                    values (:day, :matched, :differences, :now)""")
                    .param("day", found.day())
                    .param("matched", found.matched())
                    .param("differences", differences.size())
                    .param("now", UtcTime.of(now))
                    .update(id);
            events.publish(new DayReconciled(found.day(), found.matched(), differences.size(), now));
            return new ReconciliationRun(
                    Objects.requireNonNull(id.getKey()).longValue(),
                    found.day(),
                    found.matched(),
                    differences.size(),
                    now);
        });
    }

    private void file(Difference difference, Findings found, Instant now) {
        int written = jdbc.sql("""
                insert ignore into reconciliation_case (case_id, day, kind, subject, bill_id, provider, books, currency,
                    found_at, last_seen_on)
                values (:id, :day, :kind, :subject, :bill, :provider, :books, :currency, :now, :today)""")
                .param("id", difference.id())
                .param("day", found.day())
                .param("kind", difference.kind().name())
                .param("subject", difference.subject())
                .param(
                        "bill",
                        difference.bill() == null ? null : difference.bill().value())
                .param("provider", amount(difference.provider()))
                .param("books", amount(difference.books()))
                .param("currency", currency(difference))
                .param("now", UtcTime.of(now))
                .param("today", found.today())
                .update();
        if (written > 0) {
            history.seen(difference.id(), What.FOUND, difference.provider(), difference.books(), now);
            events.publish(new DifferenceFound(
                    difference.id(),
                    found.day(),
                    difference.kind(),
                    difference.subject(),
                    difference.bill(),
                    difference.provider(),
                    difference.books(),
                    now));
        } else {
            tell(cases.locked(difference.id()).orElseThrow(), difference, found.today(), now);
        }
    }

    private void tell(ReconciliationCase known, Difference difference, LocalDate today, Instant now) {
        boolean changed = known.evenSince() != null
                || !Objects.equals(known.provider(), difference.provider())
                || !Objects.equals(known.books(), difference.books());
        if (!changed && !today.isAfter(known.lastSeenOn())) {
            return;
        }
        boolean reopened = changed && known.state() == State.RESOLVED;
        jdbc.sql("""
                update reconciliation_case set provider = :provider, books = :books, last_seen_on = :today,
                    even_since = null, resolved_by = if(:reopened, null, resolved_by),
                    reason = if(:reopened, null, reason), resolved_at = if(:reopened, null, resolved_at)
                where case_id = :id""")
                .param("provider", amount(difference.provider()))
                .param("books", amount(difference.books()))
                .param("today", today)
                .param("reopened", reopened)
                .param("id", known.id())
                .update();
        if (changed) {
            What what = reopened ? What.REOPENED : What.CHANGED;
            history.seen(known.id(), what, difference.provider(), difference.books(), now);
        }
        events.publish(
                reopened
                        ? new DifferenceReopened(
                                known.id(),
                                today,
                                known.kind(),
                                known.subject(),
                                difference.provider(),
                                difference.books(),
                                now)
                        : new DifferenceSeenAgain(
                                known.id(),
                                today,
                                known.kind(),
                                known.subject(),
                                difference.provider(),
                                difference.books(),
                                now));
    }

    /**
     * Whether the other side alone has the very same on another day, too far away for one comparison: then it is that case
     * which is made up for, each by one movement. So it is with what is recorded by hand long after it happened.
     */
    private boolean isMadeUpFor(Difference difference, LocalDate day, Instant now) {
        Optional<String> other = difference
                .counterpart()
                .flatMap(kind -> jdbc.sql("""
                        select case_id from reconciliation_case
                        where subject = :subject and kind = :kind and coalesce(provider, books) = :amount
                          and currency = :currency and (made_up_by is null or made_up_by = :id)
                        order by made_up_by is null, number limit 1 for update""")
                        .param("subject", difference.subject())
                        .param("kind", kind.name())
                        .param("amount", difference.amount().amount())
                        .param("currency", currency(difference))
                        .param("id", difference.id())
                        .query((row, number) -> row.getString("case_id"))
                        .optional());
        other.ifPresent(id -> even(id, difference.id(), day, now));
        return other.isPresent() || isMadeUpForBefore(difference);
    }

    private boolean isMadeUpForBefore(Difference difference) {
        return jdbc.sql("select case_id from reconciliation_case where case_id = :id and made_up_by is not null")
                .param("id", difference.id())
                .query((row, number) -> row.getString("case_id"))
                .optional()
                .isPresent();
    }

    private void even(String id, @Nullable String by, LocalDate day, Instant now) {
        int written =
                jdbc.sql("""
                update reconciliation_case set even_since = :day, made_up_by = :by
                where case_id = :id and even_since is null""").param("day", day).param("by", by).param("id", id).update();
        if (written > 0) {
            ReconciliationCase known = cases.locked(id).orElseThrow();
            history.seen(id, What.EVENED, null, null, now);
            events.publish(new DifferenceEvened(id, day, known.kind(), known.subject(), now));
        }
    }

    private static @Nullable Long amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    private static String currency(Difference difference) {
        return difference.amount().currency().getCurrencyCode();
    }
}
