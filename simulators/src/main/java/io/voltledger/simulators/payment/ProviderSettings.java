package io.voltledger.simulators.payment;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a simulated provider runs.
 *
 * @param host address to listen on
 * @param port 0 takes a free one
 * @param data folder of its journal; absent keeps everything in memory only
 * @param secretKey what callers must present by Basic authentication
 * @param silence how long a call that is to time out is left without an answer
 */
public record ProviderSettings(
        String host, int port, @Nullable Path data, String secretKey, Duration silence) {

    public static final int DEFAULT_PORT = 8190;

    /** The key that the platform's default settings present. */
    public static final String DEFAULT_SECRET_KEY = "test_sk_simulator";

    public static ProviderSettings defaults() {
        return new ProviderSettings("127.0.0.1", DEFAULT_PORT, null, DEFAULT_SECRET_KEY, Duration.ofSeconds(65));
    }

    public ProviderSettings withPort(int other) {
        return new ProviderSettings(host, other, data, secretKey, silence);
    }

    public ProviderSettings withData(Path folder) {
        return new ProviderSettings(host, port, folder, secretKey, silence);
    }

    public ProviderSettings withSilence(Duration other) {
        return new ProviderSettings(host, port, data, secretKey, other);
    }
}
