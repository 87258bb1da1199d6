package io.voltledger.command.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Energy;
import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.pricing.TariffRule;
import io.voltledger.api.pricing.TariffRuleId;
import io.voltledger.api.tariff.ChargingPeriod;
import io.voltledger.api.tariff.ChargingPeriod.Activity;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.token.IdToken;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a rule says in words, and what is expected of a session that is not there yet. */
class ConditionsTest {

    private static final Instant AT = Instant.parse("2026-11-21T01:00:00Z");

    @Test
    void saysEveryConditionInWords() {
        TariffRule rule = new TariffRule(
                new TariffRuleId("all"),
                new TariffId("cheap"),
                0,
                new StationId("CP-1"),
                new ConnectorId(2),
                new IdToken("FLEET"),
                new MemberId("M1"),
                TariffRule.Membership.MEMBER,
                AT,
                AT.plusSeconds(60),
                LocalTime.of(22, 0),
                LocalTime.of(6, 0),
                Set.of(DayOfWeek.SUNDAY, DayOfWeek.SATURDAY));
        assertThat(Conditions.words(rule))
                .isEqualTo("station CP-1, connector 2, group FLEET, member M1, membership MEMBER,"
                        + " from 2026-11-21T01:00:00Z, to 2026-11-21T01:01:00Z, after 22:00, before 06:00,"
                        + " on [SATURDAY, SUNDAY]");
        assertThat(Conditions.count(rule)).isEqualTo(10);
    }

    @Test
    void saysAlwaysWhereThereIsNone() {
        assertThat(Conditions.words(times(null, null))).isEqualTo("always");
        assertThat(Conditions.count(times(null, null))).isZero();
    }

    @Test
    void holdsWithinADayOrOverMidnight() {
        assertThat(holds(times("08:00", "12:00"), "08:00")).isTrue();
        assertThat(holds(times("08:00", "12:00"), "12:00")).isFalse();
        assertThat(holds(times("08:00", "12:00"), "07:59")).isFalse();
        assertThat(holds(times("22:00", "06:00"), "23:00")).isTrue();
        assertThat(holds(times("22:00", "06:00"), "05:59")).isTrue();
        assertThat(holds(times("22:00", "06:00"), "06:00")).isFalse();
        assertThat(holds(times("08:00", null), "07:00")).isFalse();
        assertThat(holds(times(null, "08:00"), "07:00")).isTrue();
    }

    @Test
    void expectsReservationChargingAndParkingInOrder() {
        assertThat(Expected.periods(
                        AT, Energy.wh(5_000), Duration.ofHours(1), Duration.ofMinutes(20), Duration.ofMinutes(15)))
                .containsExactly(
                        period(-15, 0, 0, Activity.RESERVED),
                        period(0, 60, 5_000, Activity.CHARGING),
                        period(60, 80, 0, Activity.PARKING));
        assertThat(Expected.periods(AT, Energy.wh(5_000), Duration.ofHours(1), Duration.ZERO, Duration.ZERO))
                .containsExactly(period(0, 60, 5_000, Activity.CHARGING));
    }

    private static boolean holds(TariffRule rule, String time) {
        return Conditions.holdAt(
                rule,
                AT.atZone(ZoneId.of("Asia/Seoul"))
                        .toLocalDate()
                        .atTime(LocalTime.parse(time))
                        .atZone(ZoneId.of("Asia/Seoul")));
    }

    private static TariffRule times(@Nullable String start, @Nullable String end) {
        return RuleSamples.at("times", start, end);
    }

    private static ChargingPeriod period(long from, long to, long wattHours, Activity activity) {
        return new ChargingPeriod(
                AT.plusSeconds(60 * from), AT.plusSeconds(60 * to), Energy.wh(wattHours), activity, null, null);
    }
}
