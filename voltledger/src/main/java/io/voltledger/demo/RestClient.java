package io.voltledger.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Speaks to the platform's REST API as any other client would. */
public final class RestClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ObjectMapper mapper = new ObjectMapper();
    private final URI base;
    private final String signIn;

    public RestClient(URI base) {
        this(base, "");
    }

    /** @param signIn an operator's {@code name:password}; empty where nobody need sign in */
    public RestClient(URI base, String signIn) {
        this.base = base;
        this.signIn = signIn;
    }

    /**
     * @param status of the answer
     * @param body its JSON; a missing node where it has none
     * @param location of what was created, empty where the answer names none
     */
    public record Answer(int status, JsonNode body, String location) {

        /** The answer itself, where it is a success; an IllegalStateException with the problem where it is not. */
        public Answer orFail() {
            if (status >= 400) {
                throw new IllegalStateException("HTTP " + status + ": " + body);
            }
            return this;
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Map<String, ?> body) {
        return send(request(path).POST(json(body)));
    }

    public Answer put(String path, Map<String, ?> body) {
        return send(request(path).PUT(json(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json");
        return signIn.isEmpty()
                ? request
                : request.header(
                        "Authorization", "Basic " + Base64.getEncoder().encodeToString(signIn.getBytes(UTF_8)));
    }

    private HttpRequest.BodyPublisher json(Map<String, ?> body) {
        try {
            return HttpRequest.BodyPublishers.ofString(mapper.writeValueAsString(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    mapper.readTree(response.body()),
                    response.headers().firstValue("Location").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while calling the platform", e);
        }
    }
}
