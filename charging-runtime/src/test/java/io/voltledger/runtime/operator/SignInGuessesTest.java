package io.voltledger.runtime.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** How often an operator's password may be guessed. */
@SuppressWarnings("NullAway.Init")
class SignInGuessesTest {

    private static final int MOST = 3;
    private static final String RIGHT = "secret";
    private static final AtomicInteger NEIGHBOURS = new AtomicInteger(1);

    private static ConfigurableApplicationContext context;

    /** Each test comes from an address of its own. */
    private final String here = "127.0.1." + NEIGHBOURS.incrementAndGet();

    @BeforeAll
    static void start() {
        context = new SpringApplicationBuilder(SignInTest.Application.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--server.forward-headers-strategy=native",
                        "--spring.main.banner-mode=off",
                        "--voltledger.sign-in.wrong-passwords=" + MOST,
                        "--voltledger.sign-in.window=10m",
                        "--voltledger.operators[0].name=ada",
                        "--voltledger.operators[0].password-hash=" + new BCryptPasswordEncoder(4).encode(RIGHT),
                        "--voltledger.operators[0].roles=ADMIN");
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void looksAtNoPasswordAfterTooManyWrongOnes() {
        IntStream.range(0, MOST)
                .forEach(guess -> assertThat(status("ada", "guess-" + guess)).isEqualTo(401));

        HttpResponse<String> answer = send("ADA", RIGHT, here, "");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 600L);
        assertThat(answer.headers().map()).doesNotContainKey("WWW-Authenticate");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("\"code\":\"too-many-guesses\"")
                .contains("urn:voltledger:problem:too-many-guesses");
    }

    @Test
    void neverLocksAnOperatorOutFromElsewhere() {
        IntStream.range(0, 2 * MOST).forEach(guess -> status("ada", "guess-" + guess));

        assertThat(status("ada", RIGHT)).isEqualTo(429);
        assertThat(send("ada", RIGHT, "127.0.2.1", "").statusCode()).isEqualTo(200);
    }

    @Test
    void countsByTheAddressThatAProxyNames() {
        IntStream.range(0, 2 * MOST).forEach(guess -> send("ada", "guess-" + guess, here, "203.0.113.66"));

        assertThat(send("ada", RIGHT, here, "203.0.113.66").statusCode()).isEqualTo(429);
        assertThat(send("ada", RIGHT, here, "198.51.100.7").statusCode()).isEqualTo(200);
    }

    @Test
    void forgetsWrongOnesWhenTheRightOneComes() {
        for (int time = 0; time < 2; time++) {
            IntStream.range(0, MOST - 1)
                    .forEach(
                            guess -> assertThat(status("ada", "guess-" + guess)).isEqualTo(401));
            assertThat(status("ada", RIGHT)).isEqualTo(200);
        }
    }

    @Test
    void tellsNobodyWhichNamesAreOperators() {
        IntStream.range(0, MOST)
                .forEach(guess -> assertThat(status("nobody", "guess-" + guess)).isEqualTo(401));

        assertThat(status("nobody", "guess")).isEqualTo(429);
    }

    private int status(String name, String password) {
        return send(name, password, here, "").statusCode();
    }

    private static HttpResponse<String> send(String name, String password, String from, String forwardedFor) {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        String basic = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/sessions"))
                .header("Authorization", "Basic " + basic);
        if (!forwardedFor.isEmpty()) {
            request.header("X-Forwarded-For", forwardedFor);
        }
        try (HttpClient http = HttpClient.newBuilder()
                .localAddress(InetAddress.ofLiteral(from))
                .build()) {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
