package io.voltledger.saga.payment;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while the provider refuses our key; says whether calls are let through to it. */
@Component("paymentProviderHealthIndicator")
class PaymentProviderHealth implements HealthIndicator {

    private final ProviderGate gate;
    private final GuardedProvider provider;

    PaymentProviderHealth(ProviderGate gate, GuardedProvider provider) {
        this.gate = gate;
        this.provider = provider;
    }

    @Override
    public Health health() {
        return gate.fault()
                .map(fault -> Health.down()
                        .withDetail("code", fault.code())
                        .withDetail("since", fault.since().toString())
                        .build())
                .orElseGet(() ->
                        Health.up().withDetail("circuit", provider.circuit()).build());
    }
}
