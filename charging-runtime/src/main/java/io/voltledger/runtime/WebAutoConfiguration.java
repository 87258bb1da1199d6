package io.voltledger.runtime;

import io.voltledger.runtime.operator.OperatorsNamed;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** HTTP, the same in every module: problems, and a warning where nobody need sign in. */
@AutoConfiguration
@ConditionalOnWebApplication
@Import(ProblemAdvice.class)
class WebAutoConfiguration {

    @Bean
    ApplicationRunner openDoorWarning(ServerProperties server, Environment environment) {
        return arguments -> {
            if (OperatorsNamed.in(environment)) {
                return;
            }
            boolean loopback =
                    server.getAddress() != null && server.getAddress().isLoopbackAddress();
            LoggerFactory.getLogger(WebAutoConfiguration.class)
                    .warn(
                            "No operators are configured (voltledger.operators), so nobody signs in: anyone {} can read and operate the whole platform",
                            loopback ? "on this machine" : "who reaches this port from anywhere");
        };
    }
}
