package io.voltledger.command.pricing;

import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.pricing.TariffRule;
import io.voltledger.api.pricing.TariffRule.Membership;
import io.voltledger.api.pricing.TariffRuleId;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.token.IdToken;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules that choose the tariff of their own name. */
final class RuleSamples {

    private RuleSamples() {}

    static TariffRule rule(String id, int priority) {
        return rule(id, priority, null, null, null, null, null, null, null, null, null, Set.of());
    }

    static TariffRule with(
            String id,
            @Nullable StationId station,
            @Nullable Integer connector,
            @Nullable IdToken group,
            @Nullable MemberId member,
            @Nullable Membership membership) {
        return rule(id, 0, station, connector, group, member, membership, null, null, null, null, Set.of());
    }

    static TariffRule at(String id, @Nullable String start, @Nullable String end) {
        return rule(id, 0, null, null, null, null, null, null, null, start, end, Set.of());
    }

    static TariffRule on(String id, DayOfWeek day) {
        return rule(id, 0, null, null, null, null, null, null, null, null, null, Set.of(day));
    }

    static TariffRule valid(String id, @Nullable Instant from, @Nullable Instant to) {
        return rule(id, 0, null, null, null, null, null, from, to, null, null, Set.of());
    }

    private static TariffRule rule(
            String id,
            int priority,
            @Nullable StationId station,
            @Nullable Integer connector,
            @Nullable IdToken group,
            @Nullable MemberId member,
            @Nullable Membership membership,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String start,
            @Nullable String end,
            Set<DayOfWeek> days) {
        return new TariffRule(
                new TariffRuleId(id),
                new TariffId(id),
                priority,
                station,
                connector == null ? null : new ConnectorId(connector),
                group,
                member,
                membership,
                from,
                to,
                start == null ? null : LocalTime.parse(start),
                end == null ? null : LocalTime.parse(end),
                days);
    }
}
