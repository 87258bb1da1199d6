package io.voltledger.command.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Rejection;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.IdToken;
import io.voltledger.api.token.TokenCommand.BlockToken;
import io.voltledger.api.token.TokenCommand.IssueToken;
import io.voltledger.api.token.TokenCommand.LiftRestriction;
import io.voltledger.api.token.TokenCommand.RestrictToken;
import io.voltledger.api.token.TokenCommand.UnblockToken;
import io.voltledger.api.token.TokenEvent;
import io.voltledger.api.token.TokenEvent.TokenBlocked;
import io.voltledger.api.token.TokenEvent.TokenIssued;
import io.voltledger.api.token.TokenEvent.TokenRestricted;
import io.voltledger.api.token.TokenEvent.TokenRestrictionLifted;
import io.voltledger.api.token.TokenEvent.TokenUnblocked;
import io.voltledger.command.Snapshots;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class TokenTest {

    private static final Instant AT = Instant.parse("2026-11-21T01:00:00Z");
    private static final Instant END = AT.plusSeconds(3_600);
    private static final IdToken TOKEN = new IdToken("04AB12");
    private static final MemberId MEMBER = new MemberId("M1");
    private static final BillId BILL = new BillId("CP-1:42");
    private static final TokenIssued ISSUED = new TokenIssued(TOKEN, MEMBER, null, END, AT);
    private static final TokenBlocked BLOCKED = new TokenBlocked(TOKEN, "lost", AT);
    private static final TokenRestricted RESTRICTED = new TokenRestricted(TOKEN, BILL, AT);

    private final AggregateTestFixture<Token> token = new AggregateTestFixture<>(Token.class);

    @Test
    void isIssuedOnce() {
        token.givenNoPriorActivity()
                .when(new IssueToken(TOKEN, MEMBER, null, END, AT))
                .expectEvents(ISSUED);
        token.given(ISSUED)
                .when(new IssueToken(TOKEN, MEMBER, null, END, END))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isNotIssuedToAnotherMember() {
        token.given(ISSUED)
                .when(new IssueToken(TOKEN, new MemberId("M2"), null, END, AT))
                .expectExceptionDetails(
                        new Rejection(Rejection.ALREADY_EXISTS, "Token 04AB12 is issued with other content"));
    }

    @Test
    void isBlockedAndUnblockedOnce() {
        token.given(ISSUED).when(new BlockToken(TOKEN, "lost", AT)).expectEvents(BLOCKED);
        token.given(ISSUED, BLOCKED)
                .when(new BlockToken(TOKEN, "lost", AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        token.given(ISSUED, BLOCKED).when(new UnblockToken(TOKEN, AT)).expectEvents(new TokenUnblocked(TOKEN, AT));
        token.given(ISSUED)
                .when(new UnblockToken(TOKEN, AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isRestrictedByEachOverdueBillOnItsOwn() {
        token.given(ISSUED).when(new RestrictToken(TOKEN, BILL, AT)).expectEvents(RESTRICTED);
        token.given(ISSUED, RESTRICTED)
                .when(new RestrictToken(TOKEN, BILL, AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        token.given(ISSUED, RESTRICTED)
                .when(new LiftRestriction(TOKEN, BILL, AT))
                .expectEvents(new TokenRestrictionLifted(TOKEN, BILL, AT));
        token.given(ISSUED)
                .when(new LiftRestriction(TOKEN, BILL, AT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void refusesToBlockATokenNeverIssued() {
        token.givenNoPriorActivity()
                .when(new BlockToken(TOKEN, "lost", AT))
                .expectExceptionDetails(new Rejection(Rejection.NOT_FOUND, "There is no token 04AB12"));
    }

    @Test
    void tellsAStationWhatTheTokenIsWorth() {
        assertThat(authorize(AT)).isEqualTo(Authorization.UNKNOWN_TOKEN);
        assertThat(authorize(AT, ISSUED).status()).isEqualTo(AuthorizationStatus.ACCEPTED);
        assertThat(authorize(AT, ISSUED).member()).isEqualTo(MEMBER);
        assertThat(authorize(END, ISSUED).status()).isEqualTo(AuthorizationStatus.EXPIRED);
        assertThat(authorize(AT, ISSUED, BLOCKED).status()).isEqualTo(AuthorizationStatus.BLOCKED);
        assertThat(authorize(AT, ISSUED, RESTRICTED).status()).isEqualTo(AuthorizationStatus.BLOCKED);
        assertThat(authorize(AT, ISSUED, RESTRICTED, new TokenRestrictionLifted(TOKEN, BILL, AT))
                        .status())
                .isEqualTo(AuthorizationStatus.ACCEPTED);
    }

    @Test
    void staysRestrictedUntilTheLastOverdueBillIsPaid() {
        TokenRestricted other = new TokenRestricted(TOKEN, new BillId("CP-1:43"), AT);
        TokenRestrictionLifted lifted = new TokenRestrictionLifted(TOKEN, BILL, AT);
        assertThat(authorize(AT, ISSUED, RESTRICTED, other, lifted).status()).isEqualTo(AuthorizationStatus.BLOCKED);
    }

    @Test
    void mayChargeAgainOnceItIsUnblocked() {
        assertThat(authorize(AT, ISSUED, BLOCKED, new TokenUnblocked(TOKEN, AT)).status())
                .isEqualTo(AuthorizationStatus.ACCEPTED);
    }

    @Test
    void isReadBackWholeFromASnapshot() {
        Token shell = new Token();
        shell.on(ISSUED);
        shell.on(RESTRICTED);
        assertThat(Snapshots.readBack(shell, Token.class))
                .usingRecursiveComparison()
                .isEqualTo(shell);
    }

    private static Authorization authorize(Instant at, TokenEvent... events) {
        TokenFacts facts = TokenFacts.NONE;
        for (TokenEvent event : events) {
            facts = TokenDecider.evolve(facts, event);
        }
        return TokenDecider.authorize(facts, at);
    }
}
