package io.voltledger.runtime.operator;

import java.io.Serial;
import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/** So many passwords were wrong that this one is not looked at. */
final class TooManyGuesses extends LockedException {

    @Serial
    private static final long serialVersionUID = 1;

    private final long seconds;

    TooManyGuesses(Duration pause) {
        super("too many wrong passwords");
        seconds = pause.plusSeconds(1).toSeconds();
    }

    /** Until one is looked at again; rounded up. */
    long seconds() {
        return seconds;
    }
}
