package io.voltledger.saga.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.voltledger.api.Money;
import io.voltledger.api.PageRequest;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.reconciliation.DifferenceKind;
import io.voltledger.api.reconciliation.ReconciliationCase;
import io.voltledger.api.reconciliation.ReconciliationCase.State;
import io.voltledger.api.reconciliation.ReconciliationEvent.DayReconciled;
import io.voltledger.api.reconciliation.ReconciliationQuery.ListCases;
import io.voltledger.saga.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.eventhandling.gateway.DefaultEventGateway;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class CaseFilingTest {

    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Difference RETURNED =
            of(DifferenceKind.RETURNED_NOT_BOOKED, "tx-1", Money.of(3_000, "KRW"), null);

    private static final MysqlDataSource DATABASE = new MysqlDataSource();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final DataSourceTransactionManager transactions = new DataSourceTransactionManager(DATABASE);
    private final List<String> told = new ArrayList<>();
    private final EventGateway events = events();
    private final ReconciliationCases cases = new ReconciliationCases(jdbc, events, transactions);
    private final CaseFiling filing = new CaseFiling(jdbc, cases, events, transactions);

    @BeforeAll
    static void migrate() {
        DATABASE.setUrl(TestDatabase.newDatabase());
        DATABASE.setUser("root");
        DATABASE.setPassword("");
        Flyway.configure()
                .dataSource(DATABASE)
                .locations("classpath:db/migration/saga")
                .load()
                .migrate();
    }

    @BeforeEach
    void empty() {
        jdbc.sql("delete from reconciliation_case").update();
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
        cases.resolve(RETURNED.id(), "kim", "the bank took it back", NOW);

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
        cases.resolve(differs.id(), "kim", "a tip", NOW);

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
        return new ReconciliationQueries(cases)
                .handle(new ListCases(null, new PageRequest(PageRequest.MAX_LIMIT, null)))
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
