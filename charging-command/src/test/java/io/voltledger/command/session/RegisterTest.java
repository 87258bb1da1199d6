package io.voltledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Energy;
import io.voltledger.api.session.Anomaly;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A register that shows 1000 Wh when its session starts. */
class RegisterTest {

    private static final Instant START = Instant.parse("2026-11-21T01:00:00Z");

    private Register register = Register.at(Energy.wh(1_000), START);

    @Test
    void countsWhatItRoseBy() {
        read(1_500, 10);
        read(1_500, 20);
        read(1_800, 30);
        assertThat(register.drawn()).isEqualTo(Energy.wh(800));
        assertThat(register.readAt()).isEqualTo(minute(30));
        assertThat(register.roseAt()).isEqualTo(minute(30));
    }

    @Test
    void roseLastWhenItLastGrew() {
        read(1_500, 10);
        read(1_500, 20);
        assertThat(register.readAt()).isEqualTo(minute(20));
        assertThat(register.roseAt()).isEqualTo(minute(10));
    }

    @Test
    void beginsWithItsFirstReadingWhereTheStartNamedNone() {
        register = Register.at(null, START);
        assertThat(register.read()).isFalse();
        assertThat(read(7_000_000, 10)).isNull();
        assertThat(register.drawn()).isEqualTo(Energy.ZERO);
        assertThat(register.read()).isTrue();
        read(7_000_400, 20);
        assertThat(register.drawn()).isEqualTo(Energy.wh(400));
    }

    @Test
    void deliversAMegawattAtMostAndAKilowattHourForClocksThatDisagree() {
        assertThat(read(1_000 + 1_001_001, 60)).isEqualTo(Anomaly.Code.IMPLAUSIBLE_JUMP);
        assertThat(register.drawn()).isEqualTo(Energy.ZERO);
        assertThat(register.doubted()).isTrue();
        assertThat(read(1_000 + 1_001_000, 60)).isNull();
        assertThat(register.drawn()).isEqualTo(Energy.wh(1_001_000));
        assertThat(register.doubted()).isFalse();
    }

    @Test
    void mayHaveDrawnAllSinceItLastRose() {
        read(1_000, 59);
        assertThat(read(1_000 + 1_001_000, 60)).isNull();
    }

    @Test
    void goesOnFromWhereItWentBackToUntilItIsThereAgain() {
        read(3_000, 10);
        assertThat(read(500, 20)).isEqualTo(Anomaly.Code.REGISTER_WENT_BACK);
        assertThat(register.drawn()).isEqualTo(Energy.wh(2_000));
        read(900, 30);
        assertThat(register.drawn()).isEqualTo(Energy.wh(2_400));
        assertThat(register.before()).isNotNull();
        read(3_000, 40);
        assertThat(register.drawn()).isEqualTo(Energy.wh(2_400));
        assertThat(register.before()).isNull();
        read(3_100, 50);
        assertThat(register.drawn()).isEqualTo(Energy.wh(2_500));
    }

    @Test
    void isThereAgainAtTheMarkOfTheFirstTimeThatItWentBack() {
        read(3_000, 10);
        read(500, 20);
        read(100, 30);
        read(2_999, 40);
        assertThat(register.before()).isEqualTo(new Register.Mark(Energy.wh(3_000), Energy.wh(2_000)));
        read(5_000, 50);
        assertThat(register.before()).isNull();
        assertThat(register.drawn()).isEqualTo(Energy.wh(4_899));
    }

    private Anomaly.@Nullable Code read(long wattHours, long minute) {
        Register.Reading reading = register.read(Energy.wh(wattHours), minute(minute));
        register = reading.register();
        return reading.anomalies().stream().map(Anomaly::code).findFirst().orElse(null);
    }

    private static Instant minute(long minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
