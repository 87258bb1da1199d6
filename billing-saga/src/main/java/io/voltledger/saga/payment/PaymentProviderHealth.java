package io.voltledger.saga.payment;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while the provider refuses our key. */
@Component("paymentProviderHealthIndicator")
class PaymentProviderHealth implements HealthIndicator {

    private final ProviderGate gate;

    PaymentProviderHealth(ProviderGate gate) {
        this.gate = gate;
    }

    @Override
    public Health health() {
        return gate.fault()
                .map(fault -> Health.down()
                        .withDetail("code", fault.code())
                        .withDetail("since", fault.since().toString())
                        .build())
                .orElseGet(() -> Health.up().build());
    }
}
