package io.voltledger.node;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks a running node for a backup. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Has a running node write a consistent backup to a folder of its machine, while it goes on.")
final class BackupCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--url",
            defaultValue = "http://127.0.0.1:8024",
            description = "The node (default ${DEFAULT-VALUE})")
    private URI url = URI.create("http://127.0.0.1:8024");

    @Option(names = "--to", required = true, description = "Folder to be made")
    private Path to = Path.of("");

    @Option(names = "--context", description = "Only this one; can be given several times (default all)")
    private List<String> contexts = List.of();

    @Option(
            names = "--admin-token-file",
            paramLabel = "FILE",
            description = "File with an access token (or the environment's " + SecurityOptions.ADMIN_TOKEN + ")")
    private @Nullable Path tokenFile;

    @Override
    public Integer call() throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request(), HttpResponse.BodyHandlers.ofString());
            var done = response.statusCode() == 201;
            (done ? spec.commandLine().getOut() : spec.commandLine().getErr()).println(response.body());
            return done ? 0 : 1;
        } catch (IOException e) {
            spec.commandLine().getErr().printf("The node at %s does not answer: %s%n", url, e);
            return 1;
        }
    }

    private HttpRequest request() throws IOException {
        var folder = to.toAbsolutePath().normalize().toString();
        var body = JsonMapper.builder().build().writeValueAsString(Map.of("folder", folder, "contexts", contexts));
        var request = HttpRequest.newBuilder(url.resolve("/v1/backup"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        var token = tokenFile == null
                ? System.getenv(SecurityOptions.ADMIN_TOKEN)
                : Files.readString(tokenFile).strip();
        return token == null || token.isEmpty()
                ? request.build()
                : request.header("AxonIQ-Access-Token", token).build();
    }
}
