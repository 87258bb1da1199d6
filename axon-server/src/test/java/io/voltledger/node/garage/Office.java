package io.voltledger.node.garage;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.voltledger.node.garage.Messages.WhoIsThere;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application that commands and asks the garage from elsewhere. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Office {

    @Bean
    ObjectMapper defaultAxonObjectMapper() {
        return new ObjectMapper();
    }

    @QueryHandler
    String handle(WhoIsThere query) {
        return "office";
    }
}
