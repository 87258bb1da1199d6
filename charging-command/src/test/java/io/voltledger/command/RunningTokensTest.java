package io.voltledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.dunning.DunningCommand.AdvanceDunning;
import io.voltledger.api.dunning.DunningCommand.EndDunning;
import io.voltledger.api.dunning.DunningStage;
import io.voltledger.api.dunning.StandingId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.SessionCommand.StartSession;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.session.StartOutcome;
import io.voltledger.api.token.Authorization;
import io.voltledger.api.token.AuthorizationStatus;
import io.voltledger.api.token.IdToken;
import io.voltledger.api.token.TokenCommand.AuthorizeToken;
import io.voltledger.api.token.TokenCommand.IssueToken;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who may charge, and where a token charges already. */
class RunningTokensTest extends RunningModule {

    @Test
    void answersAnUnknownTokenWithoutOpeningAStream() {
        Authorization answer =
                commands.sendAndWait(new AuthorizeToken(new IdToken("NOBODY"), new StationId("CP-1"), START));
        assertThat(answer).isEqualTo(Authorization.UNKNOWN_TOKEN);
        assertThat(store.readEvents("token/NOBODY").hasNext()).isFalse();
    }

    @Test
    void flagsATokenThatChargesElsewhereUntilItIsFree() throws Exception {
        issueToken("BUSY").andExpect(status().isCreated());
        SessionId first = new SessionId("CP-A:1");
        assertThat(statusOf(start(first, "CP-A", "BUSY"))).isEqualTo(AuthorizationStatus.ACCEPTED);

        assertThat(statusOf(start(new SessionId("CP-B:2"), "CP-B", "BUSY")))
                .isEqualTo(AuthorizationStatus.CONCURRENT_TX);
        assertThat(statusOf(start(first, "CP-A", "BUSY"))).isEqualTo(AuthorizationStatus.ACCEPTED);
        assertThat(authorize("BUSY")).isEqualTo(AuthorizationStatus.ACCEPTED);
        assertThat(events("CP-B:2", SessionStarted.class).getFirst().anomalies())
                .extracting(Anomaly::code)
                .containsExactly(Anomaly.Code.TOKEN_NOT_ACCEPTED);

        commands.sendAndWait(stop(new SessionId("CP-B:2"), "CP-B", Energy.wh(1_000)));
        commands.sendAndWait(stop(first, "CP-A", Energy.wh(1_000)));
        assertThat(statusOf(start(new SessionId("CP-B:3"), "CP-B", "BUSY"))).isEqualTo(AuthorizationStatus.ACCEPTED);
    }

    @Test
    void takesAStartAtTheSameConnectorForTheEndOfTheOneBefore() throws Exception {
        issueToken("AGAIN").andExpect(status().isCreated());
        statusOf(start(new SessionId("CP-C:1"), "CP-C", "AGAIN"));

        assertThat(statusOf(start(new SessionId("CP-C:2"), "CP-C", "AGAIN"))).isEqualTo(AuthorizationStatus.ACCEPTED);
    }

    @Test
    void noticesATokenThatChargesInTwoPlacesWhoeverIsFaster() throws Exception {
        issueToken("RACE").andExpect(status().isCreated());
        List<CompletableFuture<StartOutcome>> starts = IntStream.range(0, 6)
                .mapToObj(i -> commands.<StartOutcome>send(start(new SessionId("CP-R" + i + ":1"), "CP-R" + i, "RACE")))
                .toList();

        assertThat(starts.stream().map(start -> start.join().authorization().status()))
                .containsOnlyOnce(AuthorizationStatus.ACCEPTED)
                .filteredOn(AuthorizationStatus.CONCURRENT_TX::equals)
                .hasSize(5);
    }

    @Test
    void barsAGroupWithItsParent() throws Exception {
        issueToken("PARENT").andExpect(status().isCreated());
        http.perform(json(post("/api/tokens"), "{\"id\": \"CHILD\", \"member\": \"M1\", \"parent\": \"parent\"}"))
                .andExpect(status().isCreated());
        assertThat(authorize("CHILD")).isEqualTo(AuthorizationStatus.ACCEPTED);

        http.perform(json(post("/api/tokens/PARENT/block"), "{\"reason\": \"left\"}"));

        assertThat(authorize("CHILD")).isEqualTo(AuthorizationStatus.BLOCKED);
    }

    @Test
    void refusesEveryTokenOfASuspendedMemberAndLeavesTheLiveSessionAlone() throws Exception {
        publishTariff("dunned", "300");
        register("CP-DUNNED", "dunned").andExpect(status().isCreated());
        MemberId member = new MemberId("dunned-member");
        commands.sendAndWait(new IssueToken(new IdToken("DUNNED-1"), member, null, null, START));
        commands.sendAndWait(new IssueToken(new IdToken("DUNNED-2"), member, null, null, START));
        SessionId session = new SessionId("CP-DUNNED:1");
        commands.sendAndWait(start(session, "CP-DUNNED", "DUNNED-1"));
        StandingId standing = new StandingId(member);
        BillId bill = new BillId("CP-DUNNED:0");
        commands.sendAndWait(
                new AdvanceDunning(standing, bill, session, DunningStage.SUSPENDED, Money.of(12_100, "KRW"), START));

        for (String token : List.of("DUNNED-1", "DUNNED-2")) {
            assertThat(authorize(token)).isEqualTo(AuthorizationStatus.BLOCKED);
        }
        commands.sendAndWait(stop(session, "CP-DUNNED", Energy.wh(11_000)));
        assertThat(events(session.toString(), SessionStopped.class))
                .singleElement()
                .satisfies(stopped ->
                        assertThat(stopped.authorization().status()).isEqualTo(AuthorizationStatus.ACCEPTED));

        commands.sendAndWait(new EndDunning(standing, bill, session, START));
        assertThat(authorize("DUNNED-2")).isEqualTo(AuthorizationStatus.ACCEPTED);
    }

    @Test
    void blocksAndUnblocksAToken() throws Exception {
        issueToken("BLOCKME").andExpect(header().string("Location", "/api/tokens/BLOCKME"));
        http.perform(json(post("/api/tokens/BLOCKME/block"), "{\"reason\": \"lost\"}"))
                .andExpect(status().isNoContent());
        assertThat(authorize("BLOCKME")).isEqualTo(AuthorizationStatus.BLOCKED);
        http.perform(post("/api/tokens/BLOCKME/unblock")).andExpect(status().isNoContent());
        assertThat(authorize("BLOCKME")).isEqualTo(AuthorizationStatus.ACCEPTED);
    }

    private AuthorizationStatus statusOf(StartSession start) {
        return commands.<StartOutcome>sendAndWait(start).authorization().status();
    }

    private AuthorizationStatus authorize(String token) {
        AuthorizeToken question = new AuthorizeToken(new IdToken(token), new StationId("CP-1"), START);
        return commands.<Authorization>sendAndWait(question).status();
    }
}
