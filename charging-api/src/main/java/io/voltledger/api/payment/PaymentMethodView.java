package io.voltledger.api.payment;

import io.voltledger.api.member.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a member pays with.
 *
 * @param removedAt absent while it is in use
 */
public record PaymentMethodView(
        PaymentMethodId id,
        MemberId member,
        String issuer,
        String maskedNumber,
        Instant registeredAt,
        @Nullable Instant removedAt) {}
