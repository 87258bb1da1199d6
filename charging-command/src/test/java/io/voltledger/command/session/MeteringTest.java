package io.voltledger.command.session;

import static io.voltledger.command.session.SessionSamples.ACCEPTED;
import static io.voltledger.command.session.SessionSamples.meter;
import static io.voltledger.command.session.SessionSamples.phases;
import static io.voltledger.command.session.SessionSamples.power;
import static io.voltledger.command.session.SessionSamples.register;
import static io.voltledger.command.session.SessionSamples.start;
import static io.voltledger.command.session.SessionSamples.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import io.voltledger.api.session.Anomaly;
import io.voltledger.api.session.SessionEvent.EnergyMetered;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.command.tariff.TariffSamples;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MeteringTest {

    @Test
    void countsEnergySinceTheStart() {
        EnergyMetered metered =
                SessionStory.of(start(), meter(register(10, 3_000))).lastMetered();
        assertThat(metered.energy()).isEqualTo(Energy.wh(2_000));
        assertThat(metered.cost()).isEqualTo(Money.of(55, "EUR"));
        assertThat(metered.anomalies()).isEmpty();
    }

    @Test
    void sumsPhasesWhereThereIsNoTotal() {
        assertThat(SessionStory.of(start(), meter(phases(10, 700, 800, 900)))
                        .lastMetered()
                        .energy())
                .isEqualTo(Energy.wh(1_400));
    }

    @Test
    void keepsTheEnergyOverASampleOfPowerOnly() {
        EnergyMetered metered = SessionStory.of(start(), meter(register(10, 3_000)), meter(power(11, 7_200)))
                .lastMetered();
        assertThat(metered.energy()).isEqualTo(Energy.wh(2_000));
        assertThat(metered.power()).isEqualTo(BigDecimal.valueOf(7_200));
    }

    @Test
    void neverLowersWhatWasCountedForALateSample() {
        EnergyMetered metered = SessionStory.of(start(), meter(register(10, 3_000)), meter(register(5, 2_000)))
                .lastMetered();
        assertThat(metered.energy()).isEqualTo(Energy.wh(2_000));
        assertThat(metered.anomalies()).extracting(Anomaly::code).containsExactly(Anomaly.Code.LATE_READING);
    }

    @Test
    void goesOnCountingAfterTheRegisterRestartedAtZero() {
        SessionStory story = SessionStory.of(start(), meter(register(10, 3_000)), meter(register(20, 0)));
        assertThat(story.lastMetered().energy()).isEqualTo(Energy.wh(2_000));
        assertThat(story.lastMetered().anomalies())
                .extracting(Anomaly::code)
                .containsExactly(Anomaly.Code.REGISTER_WENT_BACK);
        story.tell(meter(register(30, 500)));
        assertThat(story.lastMetered().energy()).isEqualTo(Energy.wh(2_500));
        story.tell(stop(31, Energy.wh(500)));
        assertThat(story.stopped().reviewReasons()).containsExactly("register-went-back");
    }

    @Test
    void countsNothingTwiceWhenAZeroWasAPlaceholderOnly() {
        SessionStory story = SessionStory.of(start(), meter(register(0, 0)), meter(register(10, 3_000)));
        assertThat(story.lastMetered().energy()).isEqualTo(Energy.wh(2_000));
        story.tell(stop(11, Energy.wh(3_000)));
        assertThat(story.stopped().reviewReasons()).isEmpty();
    }

    @Test
    void settlesSamplesThatAreRelativeToTheSessionByTheRegisterAtStop() {
        SessionStory story =
                SessionStory.of(start(Energy.wh(900_000)), meter(register(10, 120)), meter(register(20, 2_000)));
        story.tell(stop(30, Energy.wh(903_000)));
        assertThat(story.stopped().energy()).isEqualTo(Energy.wh(3_000));
        assertThat(story.stopped().reviewReasons()).isEmpty();
    }

    @Test
    void flagsAJumpThatNoSocketDelivers() {
        SessionStory story = SessionStory.of(start(), meter(register(1, 3_000_000)));
        assertThat(story.lastMetered().energy()).isEqualTo(Energy.ZERO);
        assertThat(story.lastMetered().anomalies())
                .extracting(Anomaly::code)
                .containsExactly(Anomaly.Code.IMPLAUSIBLE_JUMP);
        story.tell(meter(register(10, 2_000)));
        story.tell(stop(11, Energy.wh(2_100)));
        assertThat(story.stopped().energy()).isEqualTo(Energy.wh(1_100));
        assertThat(story.stopped().reviewReasons()).isEmpty();
    }

    @Test
    void parksASessionThatEndsOnAnImplausibleRegister() {
        SessionStory story = SessionStory.of(start(), meter(register(10, 2_000)), stop(11, Energy.wh(9_000_000)));
        assertThat(story.stopped().energy()).isEqualTo(Energy.wh(1_000));
        assertThat(story.stopped().reviewReasons()).containsExactly("implausible-jump");
    }

    @Test
    void recordsARepeatedFrameOnce() {
        SessionStory story = SessionStory.of(start(), meter(register(10, 3_000)));
        assertThat(story.tell(meter(register(10, 3_000)))).isEmpty();
    }

    @Test
    void countsNothingThatWasReadBeforeItsStart() {
        EnergyMetered metered =
                SessionStory.of(start(), meter(register(-5, 400))).lastMetered();
        assertThat(metered.energy()).isEqualTo(Energy.ZERO);
        assertThat(metered.anomalies()).extracting(Anomaly::code).containsExactly(Anomaly.Code.LATE_READING);
    }

    @Test
    void saysOnceWhatWasOddAboutAReading() {
        SessionStory story = SessionStory.of(start(), meter(register(20, 0)));
        assertThat(story.lastMetered().anomalies())
                .extracting(Anomaly::code)
                .containsExactly(Anomaly.Code.REGISTER_WENT_BACK);
        story.tell(meter(register(20, 0), register(30, 500)));
        assertThat(story.lastMetered().anomalies()).isEmpty();
    }

    @Test
    void costsTheTimeSinceTheLastRegisterToo() {
        FrozenTariff byTime = new FrozenTariff(
                new TariffId("by-time"),
                1,
                TariffSamples.eur(TariffSamples.element(TariffSamples.time("6.00", null, 60))));
        SessionStory story = new SessionStory(SessionSamples.surroundings(ACCEPTED, byTime));
        story.tell(start());
        story.tell(meter(register(10, 2_000)));
        assertThat(story.lastMetered().cost()).isEqualTo(Money.of(100, "EUR"));
        story.tell(meter(power(20, 7_000)));
        assertThat(story.lastMetered().cost()).isEqualTo(Money.of(200, "EUR"));
        story.tell(meter(power(5, 7_000)));
        assertThat(story.lastMetered().cost()).isEqualTo(Money.of(200, "EUR"));
    }
}
