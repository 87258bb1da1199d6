package io.voltledger.crash;

import io.voltledger.saga.work.SideEffects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes down what every process comes to, and ends the JVM, as a kill would, at one moment of one of them. */
final class Watch implements SideEffects {

    static final int KILLED = 137;

    private final Path trace;
    private final String victim;
    private final @Nullable Moment moment;
    private final Map<String, Integer> met = new ConcurrentHashMap<>();

    /** @param moment absent where nobody is to be killed */
    Watch(Path trace, String victim, @Nullable Moment moment) {
        this.trace = trace;
        this.victim = victim;
        this.moment = moment;
    }

    @Override
    public <T> T perform(String subject, String name, Supplier<T> effect) {
        int occurrence = met.merge(subject + '\t' + name, 1, Integer::sum);
        write(subject + '\t' + name + '\t' + occurrence + '\n');
        killAt(subject, new Moment(name, occurrence, false));
        T result = effect.get();
        killAt(subject, new Moment(name, occurrence, true));
        return result;
    }

    private void killAt(String subject, Moment reached) {
        if (subject.equals(victim) && reached.equals(moment)) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    private synchronized void write(String line) {
        try {
            Files.write(
                    trace, line.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
