package io.voltledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Energy;
import io.voltledger.api.session.ChargingState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RegisterLogTest {

    private static final Instant START = Instant.parse("2026-11-21T01:00:00Z");

    @Test
    void keepsAllOfAnOrdinarySession() {
        assertThat(rising(RegisterLog.EXACT, 60).samples()).hasSize(RegisterLog.EXACT);
    }

    @Test
    void keepsTwoOfEachQuarterOfALongSession() {
        RegisterLog day = rising(24 * 60, 60);
        assertThat(day.samples()).hasSize(2 * 24 * 4);
        assertThat(day.samples().getFirst().at()).isEqualTo(START);
        assertThat(day.samples().getLast().at()).isEqualTo(START.plusSeconds(60 * (24 * 60 - 1)));
    }

    @Test
    void keepsTheEdgesOfARegisterThatRestarts() {
        RegisterLog log = rising(200, 1).with(sample(200, 0));
        for (int second = 201; second < 300; second++) {
            log = log.with(sample(second, second - 200));
        }
        assertThat(log.samples())
                .extracting(sample -> sample.value().wattHours().intValue())
                .containsExactly(0, 199, 0, 99);
    }

    @Test
    void staysBoundedWhateverAStationSends() {
        Random garbage = new Random(7);
        RegisterLog log = RegisterLog.EMPTY;
        for (int sample = 0; sample < 4_000; sample++) {
            log = log.with(sample(garbage.nextInt(400 * 24 * 3600), garbage.nextInt(1_000_000)));
        }
        assertThat(log.samples()).hasSizeBetween(RegisterLog.STRETCHES, 4 * RegisterLog.STRETCHES);
    }

    @Property(tries = 30)
    void keepsTheSameInWhicheverOrderItCame(
            @ForAll @Size(300) List<@IntRange(max = 20 * 24 * 3600) Integer> seconds, @ForAll Random order) {
        RegisterLog inOrder = RegisterLog.EMPTY;
        for (int second : seconds) {
            inOrder = inOrder.with(sample(second, second % 977));
        }
        List<Integer> shuffled = new ArrayList<>(seconds);
        Collections.shuffle(shuffled, order);
        RegisterLog otherwise = RegisterLog.EMPTY;
        for (int second : shuffled) {
            otherwise = otherwise.with(sample(second, second % 977));
        }
        assertThat(otherwise).isEqualTo(inOrder);
    }

    @Test
    void keepsTheLastStateOfEachMinuteWhereTheyFlap() {
        StateLog log = StateLog.EMPTY;
        for (int second = 0; second < 3_600; second++) {
            log = log.with(
                    second % 2 == 0 ? ChargingState.CHARGING : ChargingState.SUSPENDED_EV, START.plusSeconds(second));
        }
        assertThat(log.changes()).hasSize(60);
        assertThat(log.changes().getFirst())
                .isEqualTo(new StateLog.Change(START.plusSeconds(59), ChargingState.SUSPENDED_EV));
    }

    @Test
    void keepsEveryStateOfAnOrdinarySession() {
        StateLog log = StateLog.EMPTY;
        for (int second = 0; second < StateLog.MOST; second++) {
            log = log.with(ChargingState.CHARGING, START.plusSeconds(second));
        }
        assertThat(log.changes()).hasSize(StateLog.MOST);
        assertThat(log.with(ChargingState.IDLE, START.plusSeconds(StateLog.MOST))
                        .changes())
                .hasSize(5);
    }

    private static RegisterLog rising(int count, int seconds) {
        RegisterLog log = RegisterLog.EMPTY;
        for (int sample = 0; sample < count; sample++) {
            log = log.with(sample((long) sample * seconds, sample));
        }
        return log;
    }

    private static RegisterSample sample(long second, long wattHours) {
        return new RegisterSample(START.plusSeconds(second), Energy.wh(wattHours), 1);
    }
}
