package io.voltledger.simulators.life;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The platform's heap and threads while it lives, hour by hour, from its metrics. The heap of an hour is the least that
 * was in use in it, since what a collection leaves is what counts.
 */
final class Vitals {

    private static final String HEAP = "jvm_memory_used_bytes{area=\"heap\"";
    private static final String THREADS = "jvm_threads_live_threads";
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(2);

    private final URI metrics;
    private final CompressedClock clock;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Hour> hours = new ArrayList<>();

    Vitals(URI metrics, CompressedClock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @param heapBytes least in use */
    record Hour(long heapBytes, int threads) {}

    /** Looks until the clock's end. */
    void watch() throws IOException, InterruptedException {
        while (!clock.isOver()) {
            Hour hour = look();
            for (int i = 0; i < 60 / BETWEEN_LOOKS.toMinutes() && !clock.isOver(); i++) {
                clock.pass(BETWEEN_LOOKS);
                Hour now = look();
                hour = new Hour(Math.min(hour.heapBytes, now.heapBytes), Math.max(hour.threads, now.threads));
            }
            hours.add(hour);
        }
    }

    List<Hour> hours() {
        return hours;
    }

    private Hour look() throws IOException, InterruptedException {
        double heap = 0;
        double threads = 0;
        String page = http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                .body();
        for (String line : page.split("\n", -1)) {
            if (line.startsWith(HEAP)) {
                heap += value(line);
            } else if (line.startsWith(THREADS)) {
                threads = value(line);
            }
        }
        if (heap == 0 || threads == 0) {
            throw new IOException(metrics + " tells neither heap nor threads");
        }
        return new Hour((long) heap, (int) threads);
    }

    private static double value(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }
}
