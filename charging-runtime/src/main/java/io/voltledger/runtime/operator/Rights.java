package io.voltledger.runtime.operator;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Which role what needs, in every process: the first line that fits counts. */
final class Rights {

    private static final String[] OF_ADMINS = {
        "/api/tariffs/**",
        "/api/tariff-rules/**",
        "/api/tokens/**",
        "/api/quirk-profiles/**",
        "/api/operations/**",
        "/api/certificate-requests/**",
        "/api/pending-stations/**",
        "/api/charge-points",
        "/api/charge-points/*/security",
        "/api/charge-points/*/password",
        "/api/charge-points/*/tariff",
        "/actuator/**"
    };
    private static final HttpMethod[] WRITING = {HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE};

    private Rights() {}

    static void demand(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.dispatcherTypeMatchers(
                        jakarta.servlet.DispatcherType.ASYNC,
                        jakarta.servlet.DispatcherType.ERROR,
                        jakarta.servlet.DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/**")
                .permitAll()
                // the provider shows itself in its own way
                .requestMatchers(HttpMethod.POST, "/api/payment-provider/webhooks")
                .permitAll()
                // what a price would be, and what a correction would do, changes nothing
                .requestMatchers(HttpMethod.POST, "/api/tariffs/quote", "/api/tariffs/*/what-if")
                .hasRole(Role.OPERATOR.name())
                // a list in the order of the tags tells the tags
                .requestMatchers(HttpMethod.GET, "/api/tokens", "/api/tokens/**")
                .hasRole(Role.OPERATOR.name());
        for (HttpMethod method : WRITING) {
            rules.requestMatchers(method, OF_ADMINS).hasRole(Role.ADMIN.name());
            rules.requestMatchers(method, "/**").hasRole(Role.OPERATOR.name());
        }
        rules.anyRequest().hasRole(Role.VIEWER.name());
    }
}
