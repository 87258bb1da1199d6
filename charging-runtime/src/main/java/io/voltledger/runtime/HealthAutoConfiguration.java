package io.voltledger.runtime;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Health of what Axon does; Axon's own indicators do not load on Boot 4. */
@AutoConfiguration(afterName = "org.axonframework.springboot.autoconfig.AxonServerAutoConfiguration")
class HealthAutoConfiguration {

    @Bean
    @ConditionalOnBean(AxonServerConnectionManager.class)
    HealthIndicator axonServerHealthIndicator(AxonServerConnectionManager connections) {
        return () -> {
            boolean connected = !connections.connections().containsValue(false);
            return (connected ? Health.up() : Health.down())
                    .withDetails(connections.connections())
                    .build();
        };
    }

    /** Down while a processor cannot handle an event: its read model or process stands still. */
    @Bean
    HealthIndicator eventProcessorsHealthIndicator(EventProcessingConfiguration processing) {
        return () -> {
            var failing = processing.eventProcessors().entrySet().stream()
                    .filter(entry -> entry.getValue().isError())
                    .map(entry -> entry.getKey())
                    .sorted()
                    .toList();
            return (failing.isEmpty() ? Health.up() : Health.down().withDetail("failing", failing))
                    .withDetail("processors", processing.eventProcessors().size())
                    .build();
        };
    }
}
