package io.voltledger.node.garage;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The application with the sessions. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({Session.class, IdleWatch.class, Readings.class, Bills.class})
class Garage {

    @Bean
    ObjectMapper defaultAxonObjectMapper() {
        return JsonMapper.builder()
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .build();
    }

    @Bean
    SnapshotTriggerDefinition everyThirdEvent(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, 3);
    }
}
