package io.voltledger.api.pricing;

import io.voltledger.api.chargepoint.ConnectorId;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.api.token.IdToken;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives a tariff to the sessions that meet all of its conditions when they start; what is absent does not restrict.
 *
 * @param priority of the rules that hold, the one with the highest wins; among equals the one with most conditions, then the
 *     first by id
 * @param connector of {@code station}, or of any where that is absent
 * @param group the token itself or its parent
 * @param member whose token it is
 * @param membership whether the token is anybody's here
 * @param validFrom inclusive
 * @param validTo exclusive
 * @param startTime local to the tariff's zone, inclusive; later than {@code endTime} means over midnight
 * @param endTime exclusive
 * @param daysOfWeek empty means every day
 */
public record TariffRule(
        TariffRuleId id,
        TariffId tariff,
        int priority,
        @Nullable StationId station,
        @Nullable ConnectorId connector,
        @Nullable IdToken group,
        @Nullable MemberId member,
        @Nullable Membership membership,
        @Nullable Instant validFrom,
        @Nullable Instant validTo,
        @Nullable LocalTime startTime,
        @Nullable LocalTime endTime,
        Set<DayOfWeek> daysOfWeek) {

    @SuppressWarnings("NullAway") // JSON may leave the days out
    public TariffRule {
        daysOfWeek = daysOfWeek == null ? Set.of() : Set.copyOf(daysOfWeek);
    }

    /** Whose a token is. */
    public enum Membership {
        /** A member's of this platform. */
        MEMBER,
        /** Nobody's known here, as in roaming. */
        GUEST
    }
}
