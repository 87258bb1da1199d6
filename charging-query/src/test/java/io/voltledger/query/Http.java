package io.voltledger.query;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain HTTP client. */
final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Http() {}

    static HttpResponse<String> get(Platform platform, String path) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(platform.url() + path)).build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("GET " + path + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("GET " + path + " was interrupted", e);
        }
    }

    static JsonNode json(Platform platform, String path) {
        return MAPPER.readTree(get(platform, path).body());
    }
}
