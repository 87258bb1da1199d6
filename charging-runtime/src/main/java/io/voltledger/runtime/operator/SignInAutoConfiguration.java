package io.voltledger.runtime.operator;

import io.voltledger.runtime.guess.Guesses;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.EnumSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/** Operators sign in, where any are configured; else nothing of this is there, and HTTP is as open as its port. */
@AutoConfiguration
@ConditionalOnWebApplication
@Conditional(OperatorsNamed.class)
@EnableConfigurationProperties(OperatorSettings.class)
@EnableWebSecurity
@Import(CoveredAnswers.class)
class SignInAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SignInAutoConfiguration.class);
    private static final int BEFORE_ALL_THAT_ANSWERS = -100;

    /** The only one, so that no other looks at a password that this one does not look at. */
    @Bean
    AuthenticationProvider signInPasswords(OperatorSettings settings) {
        LOG.info("Operators sign in: {}", settings.operators());
        DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(whoMaySignIn(settings));
        passwords.setPasswordEncoder(new RememberedMatches(new BCryptPasswordEncoder()));
        return new GuardedSignIn(passwords, new Guesses("operators", settings.signIn(), Clock.systemUTC()));
    }

    private static UserDetailsService whoMaySignIn(OperatorSettings settings) {
        return new InMemoryUserDetailsManager(settings.operators().stream()
                .map(operator -> User.withUsername(operator.name())
                        .password(operator.passwordHash())
                        .authorities(operator.roles().stream()
                                .flatMap(role -> role.authorities().stream())
                                .distinct()
                                .toList())
                        .build())
                .toList());
    }

    @Bean
    SecurityFilterChain signIn(HttpSecurity http) throws Exception {
        Problems problems = new Problems();
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(Customizer.withDefaults())
                .authorizeHttpRequests(Rights::demand)
                .addFilterAfter(new SameOrigin(), BasicAuthenticationFilter.class)
                .addFilterAfter(new NoGuessedTags(), AuthorizationFilter.class)
                .build();
    }

    @Bean
    FilterRegistrationBean<Filter> signInFilter(@Qualifier("springSecurityFilterChain") Filter chain) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(chain);
        registration.setOrder(BEFORE_ALL_THAT_ANSWERS);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        return registration;
    }
}
