package io.voltledger.node;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs the node's commands as its command line does. */
final class Commands {

    /** How a command ended and what it printed, errors included. */
    record Outcome(int status, String text) {}

    private Commands() {}

    static Outcome run(Object... words) {
        var text = new StringWriter();
        var line = new CommandLine(new AxonServerNodeApplication())
                .setOut(new PrintWriter(text, true))
                .setErr(new PrintWriter(text, true));
        var status =
                line.execute(java.util.Arrays.stream(words).map(String::valueOf).toArray(String[]::new));
        return new Outcome(status, text.toString());
    }
}
