package io.voltledger.command.pricing;

import io.voltledger.api.member.MemberId;
import io.voltledger.api.pricing.TariffRule;
import io.voltledger.api.pricing.TariffRule.Membership;
import io.voltledger.api.token.IdToken;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a rule's conditions hold: all that are given must. */
final class Conditions {

    private Conditions() {}

    /** All but those of the local time. */
    static boolean hold(TariffRule rule, Situation situation) {
        MemberId member = situation.authorization().member();
        Membership membership = member == null ? Membership.GUEST : Membership.MEMBER;
        return meets(rule.station(), situation.station())
                && meets(rule.connector(), situation.connector())
                && isOfGroup(rule.group(), situation)
                && meets(rule.member(), member)
                && meets(rule.membership(), membership)
                && isValid(rule, situation.at());
    }

    /** Those of the local time at the tariff's place. */
    static boolean holdAt(TariffRule rule, ZonedDateTime local) {
        LocalTime time = local.toLocalTime();
        LocalTime start = rule.startTime();
        LocalTime end = rule.endTime();
        boolean begun = start == null || !time.isBefore(start);
        boolean running = end == null || time.isBefore(end);
        boolean overMidnight = start != null && end != null && start.isAfter(end);
        return (overMidnight ? begun || running : begun && running)
                && (rule.daysOfWeek().isEmpty() || rule.daysOfWeek().contains(local.getDayOfWeek()));
    }

    static int count(TariffRule rule) {
        return given(rule).size();
    }

    static String words(TariffRule rule) {
        String conditions = given(rule).entrySet().stream()
                .map(condition -> condition.getKey() + " " + condition.getValue())
                .collect(Collectors.joining(", "));
        return conditions.isEmpty() ? "always" : conditions;
    }

    private static Map<String, String> given(TariffRule rule) {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "station", rule.station() == null ? null : rule.station().value());
        put(
                given,
                "connector",
                rule.connector() == null ? null : rule.connector().value());
        put(given, "group", rule.group() == null ? null : rule.group().value());
        put(given, "member", rule.member() == null ? null : rule.member().value());
        put(given, "membership", rule.membership());
        put(given, "from", rule.validFrom());
        put(given, "to", rule.validTo());
        put(given, "after", rule.startTime());
        put(given, "before", rule.endTime());
        put(
                given,
                "on",
                rule.daysOfWeek().isEmpty()
                        ? null
                        : Arrays.toString(rule.daysOfWeek().stream().sorted().toArray()));
        return given;
    }

    private static void put(Map<String, String> given, String name, @Nullable Object value) {
        if (value != null) {
            given.put(name, value.toString());
        }
    }

    private static boolean meets(@Nullable Object wanted, @Nullable Object is) {
        return wanted == null || Objects.equals(wanted, is);
    }

    private static boolean isOfGroup(@Nullable IdToken group, Situation situation) {
        return group == null
                || group.equals(situation.token())
                || group.equals(situation.authorization().parent());
    }

    private static boolean isValid(TariffRule rule, Instant at) {
        return (rule.validFrom() == null || !at.isBefore(rule.validFrom()))
                && (rule.validTo() == null || at.isBefore(rule.validTo()));
    }
}
