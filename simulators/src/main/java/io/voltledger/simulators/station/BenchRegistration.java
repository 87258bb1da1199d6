package io.voltledger.simulators.station;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Tells the platform's REST API of the tariff, the stations and the tokens that a benchmark uses; what is known already stays. */
public final class BenchRegistration {

    private static final int AT_ONCE = 32;
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;
    private static final String TARIFF = "bench";
    /** The member of each token, with its number behind. */
    public static final String MEMBER = "BENCH-MEMBER-";

    private final URI api;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Semaphore places = new Semaphore(AT_ONCE);

    public BenchRegistration(URI api) {
        this.api = api;
    }

    public void tariff() {
        Map<String, Object> component = Map.of("type", "ENERGY", "price", 300, "vat", 10, "stepSize", 1);
        post(
                "/api/tariffs/" + TARIFF + "/versions",
                Map.of(
                        "name",
                        "Benchmark",
                        "currency",
                        "KRW",
                        "zone",
                        "Asia/Seoul",
                        "taxIncluded",
                        true,
                        "elements",
                        List.of(Map.of("priceComponents", List.of(component)))));
    }

    public void stations(String prefix, int count) {
        each(count, number -> station(prefix + number));
    }

    public void station(String id) {
        post("/api/charge-points", Map.of("id", id, "name", id, "zone", "Asia/Seoul", "tariff", TARIFF));
    }

    public void tokens(String prefix, int count) {
        each(count, number -> token(prefix + number, MEMBER + number));
    }

    public void token(String id, String member) {
        post("/api/tokens", Map.of("id", id, "member", member));
    }

    /** A card for the member of each token. */
    public void cards(int count) {
        each(count, number -> card(MEMBER + number));
    }

    /** A card; at the simulated provider the customer's key is the member's. */
    public void card(String member) {
        post("/api/payment-methods", Map.of("member", member, "authKey", "auth-" + member, "customerKey", member));
    }

    private void each(int count, java.util.function.IntConsumer task) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int number = i;
                places.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        task.accept(number);
                    } finally {
                        places.release();
                    }
                });
            }
        }
    }

    private void post(String path, Map<String, Object> body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(api.resolve(path))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != CREATED && answer.statusCode() != CONFLICT) {
                throw new IllegalStateException(
                        "POST " + path + " answered " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("POST " + path + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while registering", e);
        }
    }
}
