package io.voltledger.saga.billing;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the process does next. */
sealed interface Step {

    /** What it is called wherever side effects are watched. */
    default String name() {
        return getClass().getSimpleName();
    }

    /**
     * Sends a command and waits until it is durable.
     *
     * @param then what comes next, before all else, where the command was not refused
     */
    record Send(Object command, List<Step> then) implements Step {

        public Send {
            then = List.copyOf(then);
        }

        Send(Object command) {
            this(command, List.of());
        }

        @Override
        public String name() {
            return "Send " + command.getClass().getSimpleName();
        }
    }

    /** Comes back to an attempt; where the attempt is over by then, nothing happens. */
    record WakeUp(Wait reason, int attempt, Duration after) implements Step {

        @Override
        public String name() {
            return "WakeUp " + reason;
        }
    }

    /**
     * Tells operators of what the process cannot mend itself.
     *
     * @param message what they may have tried again; absent where that would change nothing
     */
    record Report(String kind, String detail, @Nullable Object message) implements Step {}

    /** Ends the process. */
    record End() implements Step {}

    /** What a wake-up is for. */
    enum Wait {
        /** The next attempt is due. */
        RETRY,
        /** The outcome has been unknown for too long. */
        ABANDON,
        /** An answer should have come long ago. */
        STALL,
        /** The bill is overdue for so long that its token starts no new charge. */
        RESTRICT,
        /** The bill is overdue for so long that its member starts no new charge. */
        SUSPEND
    }
}
