package io.voltledger.node;

import io.voltledger.node.http.Problem;
import io.voltledger.node.http.Request;
import io.voltledger.node.http.Response;
import io.voltledger.node.http.Routes;
import io.voltledger.node.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes backups while the node runs: {@code POST /v1/backup} with the folder to be made, and contexts if not all are wanted. */
final class BackupRoutes implements Routes.Source {

    private static final Logger log = LoggerFactory.getLogger(BackupRoutes.class);

    private final Contexts contexts;
    private final DataDirectory directory;
    private final ReentrantLock running = new ReentrantLock();

    BackupRoutes(Contexts contexts, DataDirectory directory) {
        this.contexts = contexts;
        this.directory = directory;
    }

    @Override
    public void addTo(Routes routes) {
        routes.add("POST", "/v1/backup", this::backup);
    }

    private Response backup(Request request) throws IOException {
        var json = request.header("Content-Type").orElse("");
        if (!json.startsWith("application/json")) {
            throw new Problem(415, "json-only", "Not JSON", "The body's type must be application/json");
        }
        if (!running.tryLock()) {
            throw new Problem(409, "backup-running", "A backup is running", "Wait until it is done");
        }
        try {
            var folder = folder(request.json().path("folder").asText());
            var backup = write(folder, wanted(request));
            return Response.json(201, Map.of("folder", folder.toString(), "contexts", backup.contexts()));
        } finally {
            running.unlock();
        }
    }

    private static Path folder(String name) {
        try {
            var folder = Path.of(name);
            if (name.isEmpty() || !folder.isAbsolute()) {
                throw Problem.invalid(
                        "\"folder\" must be an absolute path on the node's machine, not \"" + name + "\"");
            }
            return folder.normalize();
        } catch (InvalidPathException e) {
            throw Problem.invalid("\"folder\" is no path: " + e.getMessage());
        }
    }

    private List<NodeContext> wanted(Request request) {
        var names = new ArrayList<String>();
        request.json().path("contexts").forEach(name -> names.add(name.asText()));
        return names.isEmpty()
                ? List.copyOf(contexts.all())
                : names.stream()
                        .map(name -> contexts.find(name)
                                .orElseThrow(() -> Problem.notFound("unknown-context", "There is no context " + name)))
                        .toList();
    }

    private Backup write(Path folder, List<NodeContext> wanted) throws IOException {
        if (!Folders.isFree(folder)) {
            throw new Problem(
                    409, "folder-exists", "The folder is there already", folder + " must not exist or be empty");
        }
        Files.createDirectories(folder.resolve(DataDirectory.CONTEXTS));
        try {
            var parts = new ArrayList<Backup.Part>();
            for (var context : wanted) {
                var place = folder.resolve(DataDirectory.CONTEXTS).resolve(context.name());
                parts.add(new Backup.Part(context.name(), context.store().backup(place)));
            }
            directory.copySettings(folder);
            var created = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
            var backup = new Backup(DataDirectory.FORMAT, created, parts);
            backup.write(folder);
            log.info("Backup of {} contexts written to {}", parts.size(), folder);
            return backup;
        } catch (IOException | StoreException e) {
            log.error("The backup to {} failed", folder, e);
            Folders.delete(folder);
            throw new Problem(500, "backup-failed", "The backup failed", String.valueOf(e.getMessage()));
        }
    }
}
