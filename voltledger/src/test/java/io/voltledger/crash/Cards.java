package io.voltledger.crash;

import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** Registers what members pay with, as they would: over HTTP. */
final class Cards {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RestClient http;

    Cards(ConfigurableApplicationContext context) {
        http = RestClient.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** The first call of a process that has just started may take longer than the provider is waited for. */
    void register(Subject subject) {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> http.post()
                        .uri("/api/payment-methods")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of(
                                "member", subject.member().value(),
                                "authKey", "auth-" + subject.name(),
                                "customerKey", subject.member().value()))
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .is2xxSuccessful());
    }
}
