package io.voltledger.runtime;

import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** HTTP, the same in every module: problems, and a warning where anyone could reach what has no sign-in yet. */
@AutoConfiguration
@ConditionalOnWebApplication
@Import(ProblemAdvice.class)
class WebAutoConfiguration {

    @Bean
    ApplicationRunner loopbackWarning(ServerProperties server) {
        return arguments -> {
            if (server.getAddress() == null || !server.getAddress().isLoopbackAddress()) {
                LoggerFactory.getLogger(WebAutoConfiguration.class)
                        .warn(
                                "HTTP listens on {} and there is no sign-in: anyone who reaches this port can operate the platform",
                                server.getAddress() == null ? "every address" : server.getAddress());
            }
        };
    }
}
