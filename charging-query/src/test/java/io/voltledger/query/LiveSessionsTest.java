package io.voltledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.voltledger.query.history.Day;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class LiveSessionsTest {

    @Test
    void tellsWhoeverWatchesOfEachChangeAndEndsWithTheServer() throws Exception {
        Platform platform = Platform.start("live", Map.of("voltledger.query.live-watchers", 2));
        Day day = new Day(Instant.now());
        platform.record(day.history().facts());
        await().untilAsserted(() -> assertThat(
                        Http.get(platform, "/api/sessions?state=ACTIVE").body())
                .contains("\"energy\":8640", "\"energy\":1050"));

        try (HttpClient client = HttpClient.newHttpClient()) {
            List<String> lines = new CopyOnWriteArrayList<>();
            Thread reader = read(client, platform, lines);
            await().untilAsserted(() -> assertThat(lines).contains("event:ready"));
            assertThat(lines).filteredOn(line -> line.startsWith("data:{")).hasSize(2);

            int before = day.history().facts().size();
            day.nextReading();
            platform.record(day.history().since(before));
            await().untilAsserted(() -> assertThat(lines).anyMatch(line -> line.contains("\"energy\":8820")));
            await().untilAsserted(() -> assertThat(lines).contains(":alive"));
            assertThat(pool(platform).getHikariPoolMXBean().getActiveConnections())
                    .isZero();

            Thread second = read(client, platform, new CopyOnWriteArrayList<>());
            await().untilAsserted(() -> assertThat(
                            Http.get(platform, "/api/sessions/live").statusCode())
                    .isEqualTo(503));

            Instant closing = Instant.now();
            platform.close();
            assertThat(Duration.between(closing, Instant.now())).isLessThan(Duration.ofSeconds(10));
            reader.join(Duration.ofSeconds(5));
            second.join(Duration.ofSeconds(5));
            assertThat(reader.isAlive()).isFalse();
        }
    }

    private static HikariDataSource pool(Platform platform) throws Exception {
        return platform.bean(DataSource.class).unwrap(HikariDataSource.class);
    }

    private static Thread read(HttpClient client, Platform platform, List<String> lines) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(platform.url() + "/api/sessions/live"))
                .build();
        return Thread.ofVirtual().start(() -> {
            try (InputStream body = client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                    .body()) {
                new java.io.BufferedReader(new java.io.InputStreamReader(body, java.nio.charset.StandardCharsets.UTF_8))
                        .lines()
                        .forEach(lines::add);
            } catch (java.io.IOException | java.io.UncheckedIOException e) {
                lines.add("ended: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
