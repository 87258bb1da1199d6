package io.voltledger.ocpp.reading;

import io.voltledger.api.quirk.Quirks;
import io.voltledger.api.session.Anomaly.Code;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the clocks of stations, which may be wrong, zoneless or absent. */
public final class Times {

    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** A charger's clock that was never set says 1970 or 2000. */
    private static final Instant NEVER_SET = Instant.parse("2015-01-01T00:00:00Z");

    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final int MAX_YEAR = 9999;

    private Times() {}

    /** The station's time; the time of receipt where it is missing or unreadable. What is odd is noted. */
    static Instant read(@Nullable String text, String field, Instant receivedAt, Findings findings) {
        Optional<Instant> read = text == null ? Optional.empty() : parse(text, field, findings);
        if (read.isEmpty()) {
            String came = text == null ? "missing" : Findings.shown(text);
            findings.add(Code.TIME_UNREADABLE, field + ": " + came);
            return receivedAt;
        }
        Instant time = read.get();
        if (time.isBefore(NEVER_SET) || time.isAfter(receivedAt.plus(AHEAD))) {
            findings.add(Code.CLOCK_SKEW, field + ": " + time + " received at " + receivedAt);
        }
        return time;
    }

    static Optional<Instant> parse(String text, String field, Findings findings) {
        try {
            TemporalAccessor time = LENIENT.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
            ZoneId zone = findings.quirks().zone();
            if (zone != null && isLocal(time, findings.quirks())) {
                return inRange(LocalDateTime.from(time).atZone(zone).toOffsetDateTime());
            }
            if (time instanceof LocalDateTime local) {
                findings.add(Code.CLOCK_SKEW, field + ": " + Findings.shown(text) + " has no zone, taken as UTC");
                return inRange(local.atOffset(ZoneOffset.UTC));
            }
            return inRange(OffsetDateTime.from(time));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether the time is known to be of the station's own zone, whatever it says. */
    private static boolean isLocal(TemporalAccessor time, Quirks quirks) {
        return time instanceof LocalDateTime
                || quirks.utcIsLocal() && OffsetDateTime.from(time).getOffset().equals(ZoneOffset.UTC);
    }

    private static Optional<Instant> inRange(OffsetDateTime time) {
        return time.getYear() < 1 || time.getYear() > MAX_YEAR ? Optional.empty() : Optional.of(time.toInstant());
    }
}
