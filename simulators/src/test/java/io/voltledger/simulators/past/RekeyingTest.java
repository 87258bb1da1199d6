package io.voltledger.simulators.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.simulators.past.PastSession.Mark;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RekeyingTest {

    private static final Instant BEGIN = Instant.parse("2026-11-21T10:00:00Z");
    private static final PastSession SEVENTH = new PastSession(7, 1, 2, 4711, -60);

    private final Rekeying rekeying = new Rekeying(
            Map.of(
                    "P-x", List.of(new Part.Literal("CP-"), new Part.Numbered(Mark.STATION, 0)),
                    "123456", List.of(new Part.Numbered(Mark.TRANSACTION, 0)),
                    "VL-2026-00000001", List.of(new Part.Literal("VL-2025-"), new Part.Numbered(Mark.NUMBER, 8)),
                    "VL-2026", List.of(new Part.Literal("VL-2025"))),
            BEGIN);

    @Test
    void namesAnotherSessionWhereverThePatternsStands() {
        assertThat(in("payment/P-x:123456#1 of VL-2026-00000001 in VL-2026"))
                .isEqualTo("payment/CP-1:4711#1 of VL-2025-00000007 in VL-2025");
    }

    @Test
    void leavesALongerNumberAlone() {
        assertThat(in("1234567 and 123456")).isEqualTo("1234567 and 4711");
    }

    @Test
    void movesTheTimesOfTheSession() {
        assertThat(in("{\"at\":\"2026-11-21T10:00:30.250Z\"}")).isEqualTo("{\"at\":\"2026-11-21T09:59:30.250Z\"}");
    }

    @Test
    void leavesTimesBeforeItAlone() {
        assertThat(in("2026-11-21T09:59:59Z")).isEqualTo("2026-11-21T09:59:59Z");
    }

    @Test
    void givesAUuidAnotherOneThatIsTheSameEverywhereInTheSession() {
        String uuid = "0a8f5d8e-61a0-4a3c-9f43-2f7a0c1f5b11";

        assertThat(in(uuid))
                .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                .isNotEqualTo(uuid)
                .isEqualTo(in("cause " + uuid).substring("cause ".length()))
                .isNotEqualTo(rekeying.of(uuid).in(new PastSession(8, 1, 2, 4711, -60), new HashMap<>()));
    }

    @Test
    void saysTheSameInSql() {
        assertThat(rekeying.of("P-x:123456 isn't").sql())
                .isEqualTo("concat('CP-', p.past_station, ':', p.past_transaction, ' isn''t')");
    }

    private String in(String text) {
        return rekeying.of(text).in(SEVENTH, new HashMap<>());
    }
}
