package io.voltledger.node;

import io.voltledger.node.store.StoreException;
import io.voltledger.node.store.StoredContext;
import io.voltledger.node.transfer.ContextExport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Exports a context of a stopped node, or of a backup. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Writes all events and snapshots of a context of a stopped node, or of a backup, as lines of JSON.")
final class ExportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--data",
            defaultValue = "data/node",
            description = "Data directory, or folder of a backup (default ${DEFAULT-VALUE})")
    private Path data = Path.of("data", "node");

    @Option(names = "--context", defaultValue = "default", description = "Context (default ${DEFAULT-VALUE})")
    private String context = Contexts.DEFAULT;

    @Option(names = "--to", required = true, description = "File to be made")
    private Path to = Path.of("");

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        try (var directory = DataDirectory.openExisting(data)) {
            if (!directory.contexts().contains(context)) {
                err.printf("There is no context %s%n", context);
                return 1;
            }
            return export(directory.context(context));
        } catch (NodeStartException | StoreException e) {
            err.println(e.getMessage());
            return 1;
        } catch (IOException e) {
            err.printf("Exporting failed: %s%n", e);
            return 1;
        }
    }

    private int export(Path place) throws IOException {
        try (var stored = StoredContext.open(place);
                var out = new BufferedOutputStream(Files.newOutputStream(to, StandardOpenOption.CREATE_NEW), 1 << 16)) {
            var result = ContextExport.write(context, stored, out);
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%,d events and %,d snapshots exported, SHA-256 %s%n",
                            result.events(), result.snapshots(), result.sha256());
            var waiting = stored.schedules();
            if (waiting > 0) {
                spec.commandLine().getErr().printf("%d scheduled events are not part of an export%n", waiting);
            }
            return 0;
        }
    }
}
