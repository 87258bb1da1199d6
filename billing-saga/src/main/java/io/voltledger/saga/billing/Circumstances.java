package io.voltledger.saga.billing;

import io.voltledger.api.payment.PaymentMethodId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the plan must be told about the world.
 *
 * @param now the time
 * @param method what the member pays with at present; absent where there is none
 */
record Circumstances(Instant now, @Nullable PaymentMethodId method) {}
