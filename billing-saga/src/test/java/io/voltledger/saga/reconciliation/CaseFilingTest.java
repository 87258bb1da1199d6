package io.voltledger.saga.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.voltledger.api.Money;
import io.voltledger.api.PageRequest;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.reconciliation.CaseEntry;
import io.voltledger.api.reconciliation.CaseEntry.What;
import io.voltledger.api.reconciliation.DifferenceKind;
import io.voltledger.api.reconciliation.ReconciliationCase;
import io.voltledger.api.reconciliation.ReconciliationCase.State;
import io.voltledger.api.reconciliation.ReconciliationEvent.DayReconciled;
import io.voltledger.api.reconciliation.ReconciliationQuery.FindCase;
import io.voltledger.api.reconciliation.ReconciliationQuery.ListCases;
import io.voltledger.runtime.ResourceNotFound;
import io.voltledger.saga.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.eventhandling.gateway.DefaultEventGateway;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class CaseFilingTest {

    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Difference RETURNED =
            of(DifferenceKind.RETURNED_NOT_BOOKED, "tx-1", Money.of(3_000, "KRW"), null);

    private static final DataSource DATABASE = TestDatabase.migrated();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final DataSourceTransactionManager transactions = new DataSourceTransactionManager(DATABASE);
    private final List<String> told = new ArrayList<>();
    private final EventGateway events = events();
    private final ReconciliationCases cases = new ReconciliationCases(jdbc);
    private final CaseHistory history = new CaseHistory(jdbc);
    private final ReconciliationQueries queries = new ReconciliationQueries(cases, history);
    private final CaseFiling filing = new CaseFiling(jdbc, cases, history, events, transactions);
    private final CaseWork work =
            new CaseWork(jdbc, cases, history, events, transactions, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void empty() {
        jdbc.sql("delete from reconciliation_case").update();
        jdbc.sql("delete from reconciliation_history").update();
    }

    @Test
    void tellsTheCaseOnceADayThatItWasSeenAgain() {
        find(DAY, DAY.plusDays(1), RETURNED);
        find(DAY, DAY.plusDays(1), RETURNED);
        assertThat(told).containsExactly("DifferenceFound");

        find(DAY, DAY.plusDays(2), RETURNED);
        find(DAY, DAY.plusDays(2), RETURNED);

        assertThat(told).containsExactly("DifferenceFound", "DifferenceSeenAgain");
        assertThat(theCase().lastSeenOn()).isEqualTo(DAY.plusDays(2));
        assertThat(theCase().day()).isEqualTo(DAY);
    }

    @Test
    void leavesAClosedCaseClosedWhileNothingChanges() {
        find(DAY, DAY.plusDays(1), RETURNED);
        work.resolve(RETURNED.id(), "kim", "the bank took it back");

        find(DAY, DAY.plusDays(2), RETURNED);

        assertThat(told).containsExactly("DifferenceFound", "DifferenceResolved", "DifferenceSeenAgain");
        assertThat(theCase().state()).isEqualTo(State.RESOLVED);
        assertThat(theCase().reason()).isEqualTo("the bank took it back");
    }

    @Test
    void opensAClosedCaseAgainWhereTheAmountsAreOthers() {
        Money taken = Money.of(100, "KRW");
        Difference differs = of(DifferenceKind.AMOUNT_DIFFERS, "tx-2", taken, Money.of(90, "KRW"));
        Difference more = of(DifferenceKind.AMOUNT_DIFFERS, "tx-2", taken, Money.of(80, "KRW"));
        find(DAY, DAY.plusDays(1), differs);
        work.resolve(differs.id(), "kim", "a tip");

        find(DAY, DAY.plusDays(1), more);

        assertThat(told).containsExactly("DifferenceFound", "DifferenceResolved", "DifferenceReopened");
        assertThat(theCase()).satisfies(open -> {
            assertThat(open.state()).isEqualTo(State.OPEN);
            assertThat(open.reason()).isNull();
            assertThat(open.books()).isEqualTo(Money.of(80, "KRW"));
        });
    }

    @Test
    void makesNoSecondCaseOfWhatTheOtherSideHasDaysLater() {
        Difference booked = of(DifferenceKind.BOOKED_NOT_RETURNED, "17", null, Money.of(3_000, "KRW"));
        find(DAY, DAY.plusDays(1), RETURNED);
        assertThat(find(DAY.plusDays(5), DAY.plusDays(6), booked)).isZero();
        assertThat(find(DAY.plusDays(5), DAY.plusDays(7), booked)).isZero();
        assertThat(find(DAY, DAY.plusDays(7), RETURNED)).isZero();

        assertThat(told).containsExactly("DifferenceFound", "DifferenceEvened");
        assertThat(theCase().evenSince()).isEqualTo(DAY.plusDays(5));
        assertThat(theCase().state()).isEqualTo(State.OPEN);
    }

    @Test
    void letsOneMovementMakeUpForOneCaseOnly() {
        Difference twice = of(DifferenceKind.RETURNED_NOT_BOOKED, "tx-2", Money.of(3_000, "KRW"), null);
        Difference booked = of(DifferenceKind.BOOKED_NOT_RETURNED, "17", null, Money.of(3_000, "KRW"));
        Difference another = of(DifferenceKind.BOOKED_NOT_RETURNED, "18", null, Money.of(2_999, "KRW"));
        find(DAY, DAY.plusDays(1), RETURNED, twice);

        assertThat(find(DAY.plusDays(5), DAY.plusDays(6), booked, another)).isEqualTo(1);

        assertThat(all()).extracting(ReconciliationCase::evenSince).containsExactly(null, null, DAY.plusDays(5));
    }

    @Test
    void tellsWhatBecameOfACase() {
        find(DAY, DAY.plusDays(1), RETURNED);
        String id = RETURNED.id();
        work.take(id, "lee");
        work.take(id, "lee");
        work.note(id, "n1", "lee", "asked the bank");
        work.note(id, "n1", "lee", "asked the bank");
        work.resolve(id, "kim", "the bank took it back");
        work.note(id, "n2", "lee", "the letter of the bank is in the file");

        ReconciliationCase known = queries.handle(new FindCase(id)).orElseThrow();
        assertThat(known.assignee()).isEqualTo("lee");
        assertThat(known.history())
                .extracting(CaseEntry::what, CaseEntry::by, CaseEntry::text)
                .containsExactly(
                        tuple(What.FOUND, null, null),
                        tuple(What.TAKEN, "lee", null),
                        tuple(What.NOTED, "lee", "asked the bank"),
                        tuple(What.RESOLVED, "kim", "the bank took it back"),
                        tuple(What.NOTED, "lee", "the letter of the bank is in the file"));
        assertThat(told)
                .containsExactly(
                        "DifferenceFound",
                        "DifferenceTaken",
                        "DifferenceNoted",
                        "DifferenceResolved",
                        "DifferenceNoted");
        assertThatThrownBy(() -> work.take(id, "kim")).hasMessageContaining("resolved before");
        assertThatThrownBy(() -> work.note("rc-none", "n", "kim", "text")).isInstanceOf(ResourceNotFound.class);
    }

    private int find(LocalDate day, LocalDate today, Difference... differences) {
        Findings findings = new Findings(day, today, 0);
        findings.add(List.of(differences));
        return filing.conclude(findings, NOW).differences();
    }

    private ReconciliationCase theCase() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    /** Newest first. */
    private List<ReconciliationCase> all() {
        return queries.handle(new ListCases(null, new PageRequest(PageRequest.MAX_LIMIT, null)))
                .items();
    }

    private EventGateway events() {
        SimpleEventBus bus = SimpleEventBus.builder().build();
        bus.subscribe(messages -> messages.stream()
                .map(EventMessage::getPayload)
                .filter(event -> !(event instanceof DayReconciled))
                .forEach(event -> told.add(event.getClass().getSimpleName())));
        return DefaultEventGateway.builder().eventBus(bus).build();
    }

    private static Difference of(DifferenceKind kind, String key, @Nullable Money provider, @Nullable Money books) {
        return new Difference(kind, key, "CP-1:42#1", new BillId("CP-1:42"), provider, books);
    }
}
