package io.voltledger.command.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.dunning.DunningCommand.AdvanceDunning;
import io.voltledger.api.dunning.DunningCommand.EndDunning;
import io.voltledger.api.dunning.DunningEvent.DunningAdvanced;
import io.voltledger.api.dunning.DunningEvent.DunningEnded;
import io.voltledger.api.dunning.DunningStage;
import io.voltledger.api.dunning.StandingId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionId;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Instant AT = Instant.parse("2026-11-21T01:00:00Z");
    private static final MemberId MEMBER = new MemberId("M1");
    private static final StandingId STANDING = new StandingId(MEMBER);
    private static final SessionId SESSION = new SessionId("CP-1:42");
    private static final BillId BILL = BillId.of(SESSION);
    private static final Money OWED = Money.of(12_100, "KRW");

    private final AggregateTestFixture<Standing> standing = new AggregateTestFixture<>(Standing.class);

    @Test
    void goesForwardStageByStage() {
        standing.given(advanced(DunningStage.OVERDUE))
                .when(advance(DunningStage.SUSPENDED))
                .expectEvents(advanced(DunningStage.SUSPENDED));
        standing.given(advanced(DunningStage.SUSPENDED))
                .when(advance(DunningStage.RESTRICTED))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void endsWhenTheBillIsPaidAndNeverBeginsAgain() {
        DunningEnded ended = new DunningEnded(MEMBER, BILL, SESSION, DunningStage.SUSPENDED, AT);
        standing.given(advanced(DunningStage.SUSPENDED))
                .when(new EndDunning(STANDING, BILL, SESSION, AT))
                .expectEvents(ended);
        standing.given(advanced(DunningStage.SUSPENDED), ended)
                .when(advance(DunningStage.SUSPENDED))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void reachesAStageOnce() {
        standing.givenNoPriorActivity()
                .when(advance(DunningStage.OVERDUE))
                .expectEvents(advanced(DunningStage.OVERDUE));
        standing.given(advanced(DunningStage.OVERDUE))
                .when(advance(DunningStage.OVERDUE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void endsNothingThatNeverBegan() {
        standing.givenNoPriorActivity()
                .when(new EndDunning(STANDING, BILL, SESSION, AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void suspendsAMemberUntilTheLastSuspendingBillIsPaid() {
        BillId other = new BillId("CP-1:43");
        StandingFacts facts =
                StandingFacts.NONE.at(BILL, DunningStage.SUSPENDED).at(other, DunningStage.RESTRICTED);
        assertThat(facts.isSuspended()).isTrue();
        assertThat(facts.without(BILL).isSuspended()).isFalse();
    }

    private static AdvanceDunning advance(DunningStage stage) {
        return new AdvanceDunning(STANDING, BILL, SESSION, stage, OWED, AT);
    }

    private static DunningAdvanced advanced(DunningStage stage) {
        return new DunningAdvanced(MEMBER, BILL, SESSION, stage, OWED, AT);
    }
}
