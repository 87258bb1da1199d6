package io.voltledger.query.console;

import static java.time.format.TextStyle.SHORT;

import io.voltledger.api.tariff.TariffRestrictions;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a tariff's element holds, as a person would say it. */
final class RestrictionWords {

    static final String ALWAYS = "always";

    private final List<String> said = new ArrayList<>();

    private RestrictionWords() {}

    static String of(TariffRestrictions restrictions) {
        RestrictionWords words = new RestrictionWords();
        words.say(restrictions);
        return words.said.isEmpty() ? ALWAYS : String.join(", ", words.said);
    }

    private void say(TariffRestrictions given) {
        if (given.reservation() != null) {
            switch (given.reservation()) {
                case RESERVATION -> said.add("while reserved");
                case RESERVATION_EXPIRES -> said.add("where a reservation expires");
            }
        }
        if (!given.daysOfWeek().isEmpty()) {
            said.add(given.daysOfWeek().stream()
                    .sorted()
                    .map(day -> day.getDisplayName(SHORT, Locale.ENGLISH))
                    .collect(Collectors.joining(", ")));
        }
        times(given.startTime(), given.endTime());
        range("from", given.startDate(), "before", given.endDate(), "");
        range("from", given.minKwh(), "up to", given.maxKwh(), " kWh");
        range("from", given.minPower(), "below", given.maxPower(), " kW");
        range("from", given.minCurrent(), "below", given.maxCurrent(), " A");
        range("after", words(given.minDuration()), "for the first", words(given.maxDuration()), "");
    }

    private void times(@Nullable LocalTime start, @Nullable LocalTime end) {
        range("from", start, "until", end, start != null && end != null && end.isBefore(start) ? " next day" : "");
    }

    /** @param unit behind the last value */
    private void range(String from, @Nullable Object least, String until, @Nullable Object most, String unit) {
        String words = Stream.of(least == null ? "" : from + " " + least, most == null ? "" : until + " " + most)
                .filter(side -> !side.isEmpty())
                .collect(Collectors.joining(" "));
        if (!words.isEmpty()) {
            said.add(words + unit);
        }
    }

    private static @Nullable String words(@Nullable Duration duration) {
        if (duration == null) {
            return null;
        }
        return Stream.of(
                        part(duration.toHours(), "h"),
                        part(duration.toMinutesPart(), "min"),
                        part(duration.toSecondsPart(), "s"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : count + " " + unit;
    }
}
