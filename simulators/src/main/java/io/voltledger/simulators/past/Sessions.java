package io.voltledger.simulators.past;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The platform's list of sessions. */
record Sessions(URI api) {

    private static final int OK = 200;

    /** Whether there are any. */
    boolean any() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(api.resolve("/api/sessions?limit=1")).build(), BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException("The list of sessions answered " + answer.statusCode());
            }
            return !JsonMapper.builder()
                    .build()
                    .readTree(answer.body())
                    .path("items")
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("The platform's REST API at " + api + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while looking for sessions", e);
        }
    }
}
