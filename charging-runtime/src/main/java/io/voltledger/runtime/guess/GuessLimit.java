package io.voltledger.runtime.guess;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a password may be wrong.
 *
 * @param wrongPasswords for one name from one address
 * @param window in which they are counted, from the first one on; when it has passed, all begins anew
 */
public record GuessLimit(
        @DefaultValue("10") @Min(1) @Max(1_000_000) int wrongPasswords,

        @DefaultValue("5m") @DurationMin(seconds = 1) @DurationMax(days = 1)
        Duration window) {}
