package io.voltledger.simulators.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PastPlanTest {

    private static final Instant ORIGIN = Instant.parse("2026-11-21T10:00:00Z");

    private final PastPlan plan = PastPlan.in(2025, 1, 1000, 10, 100, ORIGIN);

    @Test
    void spreadsSessionsOverOneYearOfEveryCalendar() {
        assertThat(LongStream.of(1, 500, 1000).mapToObj(this::begin)).allSatisfy(begin -> {
            assertThat(begin.atZone(ZoneId.of("Pacific/Kiritimati")).getYear()).isEqualTo(2025);
            assertThat(begin.atZone(ZoneId.of("Pacific/Pago_Pago")).getYear()).isEqualTo(2025);
        });
        assertThat(begin(1000)).isAfter(begin(999));
    }

    @Test
    void givesEachSessionATransactionOfItsOwn() {
        assertThat(LongStream.rangeClosed(1, 1000)
                        .map(number -> plan.session(number).transaction()))
                .doesNotHaveDuplicates()
                .allMatch(transaction -> transaction > 0);
    }

    private Instant begin(long number) {
        return ORIGIN.plusSeconds(plan.session(number).shift());
    }
}
