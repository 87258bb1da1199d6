package io.voltledger.saga.payment;

import io.voltledger.saga.work.WorkLoop;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the provider says that a payment's status changed. Anybody could say so, twice or late, so nothing that it says is
 * believed: where the platform does not know what became of the order, the provider is asked now instead of later.
 */
@RestController
@RequestMapping("/api/payment-provider/webhooks")
class ProviderWebhookController {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderWebhookController.class);

    private final PaymentIntents intents;
    private final WorkLoop paymentWork;
    private final Clock clock;

    ProviderWebhookController(PaymentIntents intents, WorkLoop paymentWork, Clock clock) {
        this.intents = intents;
        this.paymentWork = paymentWork;
        this.clock = clock;
    }

    /** Toss Payments' {@code PAYMENT_STATUS_CHANGED}; whatever else it holds is not read. */
    record StatusChanged(
            @Nullable String eventType, @Nullable Payment data) {

        record Payment(@Nullable String orderId, @Nullable String status) {}
    }

    /** Answers 200 whatever comes, or the provider would send it again and again. */
    @PostMapping
    void receive(@RequestBody StatusChanged change) {
        StatusChanged.Payment payment = change.data();
        if (payment == null || payment.orderId() == null) {
            return;
        }
        if (intents.askNow(payment.orderId(), clock.instant())) {
            LOG.info("The provider says that order {} is {}; it is asked", payment.orderId(), payment.status());
            paymentWork.wake();
        }
    }
}
