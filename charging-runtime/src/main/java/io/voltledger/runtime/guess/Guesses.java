package io.voltledger.runtime.guess;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts wrong passwords in the memory of this process. Where there were too many, whoever shows them must wait until the
 * window has passed, and what is shown meanwhile is not looked at.
 *
 * <p>Each question answers how long there is still to wait; empty where there is nothing to wait for. Whoever shows many
 * passwords at once learns of none of them whether it was right, once too many others were found wrong.
 *
 * <p>To be forgotten early a guesser would have to show {@value #MOST} wrong passwords under other names, and wait for as many
 * slow comparisons.
 */
public final class Guesses {

    private static final Logger LOG = LoggerFactory.getLogger(Guesses.class);
    private static final int MOST = 20_000;

    private record Wrong(int count, Instant since) {}

    private final GuessLimit limit;
    private final Clock clock;
    private final Counter pauses;
    private final Cache<Guesser, Wrong> wrong;

    /** @param door what the passwords open, a tag of {@code voltledger.passwords.pauses} */
    public Guesses(String door, GuessLimit limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
        this.pauses = Metrics.counter("voltledger.passwords.pauses", "door", door);
        this.wrong = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(limit.window())
                .build();
    }

    /** Before a password is looked at. */
    public Optional<Duration> pause(Guesser guesser) {
        Wrong known = wrong.getIfPresent(guesser);
        return known == null ? Optional.empty() : pause(known);
    }

    /** It was wrong; that is not to be said where there is something to wait for. */
    public Optional<Duration> wrong(Guesser guesser) {
        Wrong counted = wrong.asMap().compute(guesser, (who, known) -> oneMore(who, known));
        return counted.count() > limit.wrongPasswords() ? pause(counted) : Optional.empty();
    }

    /** It was right, so the wrong ones are forgotten; unless there is something to wait for. */
    public Optional<Duration> right(Guesser guesser) {
        Wrong left = wrong.asMap()
                .computeIfPresent(guesser, (who, known) -> pause(known).isPresent() ? known : null);
        return left == null ? Optional.empty() : pause(left);
    }

    private Wrong oneMore(Guesser guesser, @Nullable Wrong known) {
        Instant now = clock.instant();
        Wrong more = known == null || !now.isBefore(end(known))
                ? new Wrong(1, now)
                : new Wrong(known.count() + 1, known.since());
        if (more.count() == limit.wrongPasswords()) {
            pauses.increment();
            LOG.warn("{} wrong passwords for {}: none is looked at until {}", more.count(), guesser, end(more));
        }
        return more;
    }

    private Optional<Duration> pause(Wrong known) {
        Duration left = Duration.between(clock.instant(), end(known));
        return known.count() < limit.wrongPasswords() || !left.isPositive() ? Optional.empty() : Optional.of(left);
    }

    private Instant end(Wrong known) {
        return known.since().plus(limit.window());
    }
}
