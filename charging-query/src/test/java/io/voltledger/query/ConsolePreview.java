package io.voltledger.query;

import io.voltledger.query.history.Day;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The console on a plausible day, to be looked at while it is worked on: prints its URL, and its readings move. */
final class ConsolePreview {

    private ConsolePreview() {}

    public static void main(String[] args) throws Exception {
        boolean empty = args.length > 0 && args[0].equals("empty");
        int port = FreePort.find();
        try (Platform platform = Platform.start("preview", Map.of("server.port", port))) {
            Day day = new Day(Instant.now());
            if (!empty) {
                platform.record(day.history().facts());
            }
            System.out.println("Console preview at http://127.0.0.1:" + port);
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(Duration.ofSeconds(5));
                if (!empty) {
                    int before = day.history().facts().size();
                    day.nextReading();
                    platform.record(day.history().since(before));
                }
            }
        }
    }
}
