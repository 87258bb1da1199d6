package io.voltledger.node;

import io.voltledger.node.store.EventStore;
import io.voltledger.node.store.StoreException;
import io.voltledger.node.store.StoredContext;
import io.voltledger.node.store.SyncMode;
import io.voltledger.node.transfer.ContextExport;
import io.voltledger.node.transfer.ContextImport;
import io.voltledger.node.transfer.TransferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Imports an export into a context of a stopped node. The context has all of it or nothing: it is made aside and takes its place at the end. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Reads an export into a context of a stopped node that is new or empty; all of it, or nothing.")
final class ImportCommand implements Callable<Integer> {

    private static final String ASIDE = "importing";
    private static final long RESERVE = 256L << 20;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--data", defaultValue = "data/node", description = "Data directory (default ${DEFAULT-VALUE})")
    private Path data = Path.of("data", "node");

    @Option(names = "--context", defaultValue = "default", description = "Context (default ${DEFAULT-VALUE})")
    private String context = Contexts.DEFAULT;

    @Option(names = "--from", required = true, description = "File of an export")
    private Path from = Path.of("");

    @Override
    public Integer call() {
        try (var directory = DataDirectory.open(data)) {
            if (!ContextRoutes.isName(context)) {
                return refuse(context + " is no name for a context");
            }
            if (!isFree(directory)) {
                return refuse("Context %s is not empty; nothing was imported".formatted(context));
            }
            var result = read(directory);
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%,d events and %,d snapshots imported, SHA-256 %s%n",
                            result.events(), result.snapshots(), result.sha256());
            return 0;
        } catch (NodeStartException | StoreException e) {
            return refuse(String.valueOf(e.getMessage()));
        } catch (TransferException e) {
            return refuse("%s; nothing was imported".formatted(e.getMessage()));
        } catch (IOException e) {
            return refuse("Importing failed: " + e);
        }
    }

    private boolean isFree(DataDirectory directory) throws IOException {
        var place = directory.context(context);
        if (Folders.isFree(place)) {
            return true;
        }
        try (var stored = StoredContext.open(place)) {
            return stored.isEmpty();
        }
    }

    private ContextExport.Result read(DataDirectory directory) throws IOException {
        var aside = directory.root().resolve(ASIDE);
        Folders.delete(aside);
        try (var in = Files.newInputStream(from)) {
            var result = read(in, Files.createDirectories(aside).resolve(context));
            if (Files.exists(directory.context(context))) {
                directory.delete(context);
            }
            Files.move(aside.resolve(context), directory.context(context), StandardCopyOption.ATOMIC_MOVE);
            Folders.sync(directory.root().resolve(DataDirectory.CONTEXTS));
            return result;
        } finally {
            Folders.delete(aside);
        }
    }

    private static ContextExport.Result read(java.io.InputStream in, Path place) throws IOException {
        try (var store = EventStore.open(place, SyncMode.EVERY_SECOND, RESERVE, Clock.systemUTC())) {
            return ContextImport.read(in, store);
        }
    }

    private int refuse(String text) {
        spec.commandLine().getErr().println(text);
        return 1;
    }
}
