package io.voltledger.simulators.station;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** Reads a duration: {@code 500ms}, {@code 2s}, {@code 1m}, {@code PT2S}. */
public final class TimeConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        String word = text.strip();
        if (word.startsWith("P")) {
            return Duration.parse(word);
        }
        if (word.endsWith("ms")) {
            return Duration.ofMillis(Long.parseLong(word.substring(0, word.length() - 2)));
        }
        return Duration.parse("PT" + word);
    }
}
