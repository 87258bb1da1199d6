package io.voltledger.api.payment;

import io.voltledger.api.Money;
import io.voltledger.api.billing.BillId;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to take money for a bill.
 *
 * @param attempt from 1
 * @param code why it was declined, in the provider's word; or the cause of an unknown outcome
 * @param detail for people
 * @param settlement by hand, also while it waits for a second person
 * @param updatedAt when its state last changed
 */
public record PaymentView(
        PaymentId id,
        BillId bill,
        SessionId session,
        MemberId member,
        @Nullable PaymentMethodId method,
        Money amount,
        int attempt,
        OrderId order,
        PaymentState state,
        @Nullable String code,
        @Nullable String detail,
        @Nullable String providerKey,
        @Nullable SettlementView settlement,
        Instant requestedAt,
        Instant updatedAt) {}
