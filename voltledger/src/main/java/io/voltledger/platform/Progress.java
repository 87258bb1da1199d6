package io.voltledger.platform;

import java.io.PrintStream;
import java.time.Duration;

/** Tells the person at the terminal what is happening; the log goes to a file meanwhile. */
public final class Progress {

    private final PrintStream terminal;
    private final long begun = System.nanoTime();

    public Progress(PrintStream terminal) {
        this.terminal = terminal;
    }

    public synchronized void say(String line) {
        terminal.printf(
                "%5.1f s  %s%n", Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0, line);
        terminal.flush();
    }

    public synchronized void print(String text) {
        terminal.println(text);
        terminal.flush();
    }
}
