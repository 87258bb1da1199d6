package io.voltledger.simulators.past;

import io.voltledger.simulators.past.PastSession.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds in a text what names the pattern's session and what belongs to it: its identifiers, each UUID, and each time since it began. Older times are
 * of other things, such as its tariff, and stay.
 */
final class Rekeying {

    private static final String UUID = "\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b";
    private static final String SECOND = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d";

    private final Map<String, List<Part>> names;
    private final Pattern variable;
    private final Instant begin;

    /**
     * @param names what takes the place of each name
     * @param begin when the pattern's session began
     */
    Rekeying(Map<String, List<Part>> names, Instant begin) {
        this.names = Map.copyOf(names);
        this.begin = begin;
        String longestFirst = names.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        variable = Pattern.compile("(" + longestFirst + ")(?![0-9])|(" + UUID + ")|(" + SECOND + ")");
    }

    TextPattern of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher found = variable.matcher(text);
        int done = 0;
        while (found.find()) {
            if (found.start() > done) {
                parts.add(new Part.Literal(text.substring(done, found.start())));
            }
            parts.addAll(partsOf(found));
            done = found.end();
        }
        if (done < text.length() || parts.isEmpty()) {
            parts.add(new Part.Literal(text.substring(done)));
        }
        return new TextPattern(parts);
    }

    /** Whether a time, to the second and in UTC, belongs to the session. */
    boolean isOwn(String second) {
        return !Instant.parse(second + "Z").isBefore(begin);
    }

    private List<Part> partsOf(Matcher found) {
        String text = found.group();
        List<Part> named = names.get(text);
        if (named != null) {
            return named;
        }
        if (found.group(2) != null) {
            return List.of(new Part.Uuid(text, Mark.NUMBER));
        }
        return List.of(isOwn(text) ? new Part.Time(text) : new Part.Literal(text));
    }
}
