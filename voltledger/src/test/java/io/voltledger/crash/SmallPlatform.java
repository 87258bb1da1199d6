package io.voltledger.crash;

import io.voltledger.command.ChargingCommandApplication;
import io.voltledger.runtime.ModuleMigration;
import io.voltledger.saga.work.SideEffects;
import java.nio.file.Path;
import java.util.Optional;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The write side and the processes that move money, in one context: the rest of the platform takes no part in it. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ConfigurationPropertiesScan("io.voltledger.saga")
@ComponentScan(
        basePackages = "io.voltledger.saga",
        excludeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = "io\\.voltledger\\.saga\\.(integration|notification|BillingSagaApplication).*"))
@Import(ChargingCommandApplication.class)
class SmallPlatform {

    @Bean
    ModuleMigration sagaMigration() {
        return new ModuleMigration("saga", "classpath:db/migration/saga");
    }

    /** Every process takes up at once what the killed one had claimed; otherwise it would wait until the claims lapse. */
    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer, TokenSchema schema) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .schema(schema)
                .nodeId("the-same-for-all")
                .build();
    }

    @Bean
    @Primary
    SideEffects watch(
            @Value("${crash.trace}") Path trace,
            @Value("${crash.victim:}") String victim,
            @Value("${crash.moment:}") String moment) {
        return new Watch(
                trace,
                victim,
                Optional.of(moment)
                        .filter(text -> !text.isEmpty())
                        .map(Moment::parse)
                        .orElse(null));
    }
}
