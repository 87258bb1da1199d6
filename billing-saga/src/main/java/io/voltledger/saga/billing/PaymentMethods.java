package io.voltledger.saga.billing;

import io.voltledger.api.member.MemberId;
import io.voltledger.api.payment.PaymentMethodId;
import java.util.Optional;

/** What members pay with. */
public interface PaymentMethods {

    /** The method that the member registered last and has not removed. */
    Optional<PaymentMethodId> of(MemberId member);
}
