package io.voltledger.saga.work;

import java.util.function.Supplier;

/**
 * Surrounds everything that a process does to the world: a command, an intent, a call to the provider, a deadline. Whoever
 * wants to know where a process stands, or to end it exactly there, takes the place of {@link #UNOBSERVED}.
 */
@FunctionalInterface
public interface SideEffects {

    /** Does it, nothing else. */
    SideEffects UNOBSERVED = SideEffects::run;

    /**
     * @param subject the session whose process it is
     * @param name what is done, the same for each process: {@code send HoldFunds}, {@code provider CHARGE}
     * @param effect to be done once, on this thread; what it throws is thrown on
     */
    <T> T perform(String subject, String name, Supplier<T> effect);

    /** The same for what answers nothing. */
    default void perform(String subject, String name, Runnable effect) {
        perform(subject, name, () -> {
            effect.run();
            return true;
        });
    }

    private static <T> T run(String subject, String name, Supplier<T> effect) {
        return effect.get();
    }
}
