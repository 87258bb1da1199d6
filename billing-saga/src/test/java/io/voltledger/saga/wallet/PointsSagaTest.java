package io.voltledger.saga.wallet;

import io.voltledger.api.Money;
import io.voltledger.api.wallet.LedgerEntry;
import io.voltledger.api.wallet.PointsLotId;
import io.voltledger.api.wallet.WalletCommand.ExpirePoints;
import io.voltledger.api.wallet.WalletEvent.PointsGranted;
import io.voltledger.api.wallet.WalletId;
import io.voltledger.saga.work.SideEffects;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PointsSagaTest {

    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final Duration LIFE = Duration.ofDays(30);
    private static final Instant END = NOW.plus(LIFE);

    private final SagaTestFixture<PointsSaga> saga = new SagaTestFixture<>(PointsSaga.class);

    @BeforeEach
    void surroundings() {
        saga.registerResource(new PointsExpiry(
                new WalletOffers(DefaultCommandGateway.builder()
                        .commandBus(saga.getCommandBus())
                        .build()),
                SideEffects.UNOBSERVED));
        saga.givenCurrentTime(NOW);
    }

    @Test
    void waitsUntilALotsTimeIsOver() {
        saga.givenNoPriorActivity()
                .whenPublishingA(granted("M1"))
                .expectActiveSagas(1)
                .expectScheduledDeadline(END, lot("M1"))
                .expectNoDispatchedCommands();
    }

    @Test
    void expiresWhatIsLeftThenAsOfTheTimeThatWasPromised() {
        saga.givenAPublished(granted("M1"))
                .whenTimeElapses(LIFE)
                .expectDispatchedCommands(new ExpirePoints(new WalletId("M1"), lot("M1"), END))
                .expectActiveSagas(0);
    }

    @Test
    void watchesOverTheSameGiftToTwoMembersApart() {
        saga.givenAPublished(granted("M1"))
                .andThenAPublished(granted("M1"))
                .whenPublishingA(granted("M2"))
                .expectActiveSagas(2);
    }

    private static PointsGranted granted(String member) {
        Money amount = Money.of(500, "KRW");
        return new PointsGranted(
                new WalletId(member),
                lot(member),
                amount,
                END,
                "welcome",
                "kim",
                LedgerEntry.of("points:issued", "member:" + member + ":points", amount),
                NOW);
    }

    private static PointsLotId lot(String member) {
        return PointsLotId.of(new WalletId(member), "welcome");
    }
}
