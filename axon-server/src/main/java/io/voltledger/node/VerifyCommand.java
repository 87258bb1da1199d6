package io.voltledger.node;

import io.voltledger.node.store.Verification;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Verifies the store of a stopped node. Status 0 when all is well, 1 when there is a fault. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Walks the whole store of a stopped node and names every fault; changes nothing.",
            "Status 0 when all is well, 1 when there is a fault."
        })
final class VerifyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--data", defaultValue = "data/node", description = "Data directory (default ${DEFAULT-VALUE})")
    private Path data = Path.of("data", "node");

    @Option(names = "--context", description = "Only this one (default all)")
    private @Nullable String context;

    @Override
    public Integer call() {
        try (var directory = DataDirectory.openExisting(data)) {
            var faults = 0L;
            for (var name : context == null ? directory.contexts() : List.of(context)) {
                faults += verify(name, directory.context(name));
            }
            return faults == 0 ? 0 : 1;
        } catch (NodeStartException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
    }

    private long verify(String name, Path place) {
        var out = out();
        if (!java.nio.file.Files.isDirectory(place)) {
            spec.commandLine().getErr().printf("There is no context %s%n", name);
            return 1;
        }
        var result = Verification.verify(
                place, text -> out.printf("%s: %s%n", name, text), fault -> out.printf("%s: FAULT %s%n", name, fault));
        out.printf(
                "%s: %,d events, %,d aggregates, %,d snapshots, %,d schedules: %s%n",
                name,
                result.events(),
                result.aggregates(),
                result.snapshots(),
                result.schedules(),
                result.faults() == 0 ? "sound" : result.faults() + " fault(s)");
        out.flush();
        return result.faults();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
