package io.voltledger.api.token;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token and whether it may charge.
 *
 * @param blocked by an operator
 * @param restrictedBy overdue bills that keep it from charging
 */
public record TokenView(
        IdToken id,
        MemberId member,
        @Nullable IdToken parent,
        @Nullable Instant expiresAt,
        boolean blocked,
        @Nullable String blockReason,
        List<BillId> restrictedBy,
        Instant issuedAt) {}
