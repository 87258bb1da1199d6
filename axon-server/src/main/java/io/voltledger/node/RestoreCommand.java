package io.voltledger.node;

import io.voltledger.node.store.Verification;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a data directory from a backup. It gets its name only when all of it has been copied and verified. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Makes a data directory from a backup and verifies it. The directory must not exist or be empty.")
final class RestoreCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--from", required = true, description = "Folder of the backup")
    private Path from = Path.of("");

    @Option(names = "--data", required = true, description = "Data directory to be made")
    private Path data = Path.of("");

    @Override
    public Integer call() {
        var target = data.toAbsolutePath().normalize();
        var unfinished = target.resolveSibling(target.getFileName() + ".restoring");
        try {
            var backup = Backup.read(from);
            if (!Folders.isFree(target)) {
                return refuse("%s is not empty; nothing was restored".formatted(target));
            }
            Folders.delete(unfinished);
            Folders.copy(from, unfinished);
            Files.delete(unfinished.resolve(Backup.FILE));
            if (!backup.contexts().stream().allMatch(part -> verify(unfinished, part))) {
                Folders.delete(unfinished);
                return refuse("The backup is not sound; nothing was restored");
            }
            Files.deleteIfExists(target);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            out().printf("%s is as the backup of %s%n", target, backup.created());
            return 0;
        } catch (NodeStartException e) {
            return refuse(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return refuse("Restoring failed: " + e);
        }
    }

    private boolean verify(Path unfinished, Backup.Part part) {
        var place = unfinished.resolve(DataDirectory.CONTEXTS).resolve(part.context());
        var result = Verification.verify(
                place,
                text -> out().printf("%s: %s%n", part.context(), text),
                fault -> out().printf("%s: FAULT %s%n", part.context(), fault));
        out().printf("%s: %,d events verified%n", part.context(), result.events());
        return result.faults() == 0 && result.events() > part.lastToken();
    }

    private int refuse(String text) {
        spec.commandLine().getErr().println(text);
        return 1;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
