package io.voltledger.query.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the browser may do on a console page: load from this server only, and be framed by nobody. */
@Configuration(proxyBeanMethods = false)
class ConsoleHeaders implements WebMvcConfigurer {

    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        response.setHeader("Content-Security-Policy", POLICY);
                        response.setHeader("X-Content-Type-Options", "nosniff");
                        response.setHeader("Referrer-Policy", "no-referrer");
                        return true;
                    }
                })
                .addPathPatterns(
                        "/",
                        "/sessions/**",
                        "/stations/**",
                        "/tariffs/**",
                        "/bills/**",
                        "/credit-notes",
                        "/wallets/**",
                        "/dead-letters/**",
                        "/reconciliation/**",
                        "/console/**");
    }
}
