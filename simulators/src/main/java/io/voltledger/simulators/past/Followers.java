package io.voltledger.simulators.past;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The platform's event processors, steered through the node's HTTP side. */
final class Followers {

    private static final int OK = 200;

    private final URI node;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    /** @param node the HTTP side of the Axon Server node */
    Followers(URI node) {
        this.node = node;
    }

    /** A processor of an application. */
    record Follower(String component, String name, boolean running, boolean caughtUp) {}

    List<Follower> all() {
        List<Follower> all = new ArrayList<>();
        for (JsonNode component : call("GET", "/v1/components?context=default")) {
            String name = component.path("name").asText();
            for (JsonNode processor : call("GET", path(name) + "?context=default")) {
                all.add(new Follower(
                        name,
                        processor.path("name").asText(),
                        anyOf(processor.path("instances"), "running"),
                        !processor.path("segments").isEmpty() && allOf(processor.path("segments"), "caughtUp")));
            }
        }
        return all;
    }

    void pause() {
        all().forEach(follower -> steer(follower, "pause"));
    }

    void start() {
        all().forEach(follower -> steer(follower, "start"));
    }

    private void steer(Follower follower, String verb) {
        call("PATCH", path(follower.component()) + "/" + encoded(follower.name()) + "/" + verb + "?context=default");
    }

    private static boolean anyOf(JsonNode items, String flag) {
        for (JsonNode item : items) {
            if (item.path(flag).asBoolean()) {
                return true;
            }
        }
        return false;
    }

    private static boolean allOf(JsonNode items, String flag) {
        for (JsonNode item : items) {
            if (!item.path(flag).asBoolean()) {
                return false;
            }
        }
        return true;
    }

    private static String path(String component) {
        return "/v1/components/" + encoded(component) + "/processors";
    }

    private JsonNode call(String method, String path) {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(node.resolve(path))
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException(
                        method + " " + path + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while steering the processors", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
