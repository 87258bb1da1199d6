package io.voltledger.node;

import io.voltledger.node.access.AccessException;
import io.voltledger.node.access.Applications;
import io.voltledger.node.access.Applications.Issued;
import io.voltledger.node.access.Audit;
import io.voltledger.node.access.Grant;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The applications of a stopped node. A running node is administered over HTTP. */
@Command(
        name = "application",
        mixinStandardHelpOptions = true,
        description =
                "The applications that may use a node; the node must be stopped. Access control is on from the first one.",
        synopsisSubcommandLabel = "add|list|renew|remove")
final class ApplicationCommand implements Runnable {

    private static final String DATA = "Data directory of the node (default ${DEFAULT-VALUE})";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Makes an application and prints its token, this once.")
    int add(
            @Parameters(paramLabel = "NAME") String name,
            @Option(
                            names = "--role",
                            required = true,
                            split = ",",
                            paramLabel = "ROLE@CONTEXT",
                            description = "What it may do, such as USE_CONTEXT@default or ADMIN@*")
                    List<String> roles,
            @Option(names = "--description", defaultValue = "", description = "For people") String description,
            @Option(names = "--data", defaultValue = "data/node", description = DATA) Path data) {
        return with(data, applications -> {
            var grants = roles.stream().map(Grant::parse).toList();
            return show("made", applications.add(name, description, grants, null));
        });
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the applications.")
    int list(@Option(names = "--data", defaultValue = "data/node", description = DATA) Path data) {
        return with(data, applications -> {
            applications
                    .list()
                    .forEach(application -> out().printf(
                                    "%-24s %s%n",
                                    application.name(),
                                    application.grants().stream()
                                            .map(Grant::toString)
                                            .collect(Collectors.joining(","))));
            return 0;
        });
    }

    @Command(
            name = "renew",
            mixinStandardHelpOptions = true,
            description = "Gives an application a new token and prints it, this once.")
    int renew(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--data", defaultValue = "data/node", description = DATA) Path data) {
        return with(
                data,
                applications -> applications
                        .renew(name)
                        .map(issued -> show("renewed", issued))
                        .orElseGet(() -> unknown(name)));
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Removes an application; its token is void.")
    int remove(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--data", defaultValue = "data/node", description = DATA) Path data) {
        return with(data, applications -> {
            if (!applications.remove(name)) {
                return unknown(name);
            }
            Audit.record("command line", "this machine", "application " + name + " removed");
            return 0;
        });
    }

    private int show(String done, Issued issued) {
        var application = issued.application();
        Audit.record("command line", "this machine", "application %s %s".formatted(application.name(), done));
        out().println(issued.token());
        return 0;
    }

    private int unknown(String name) {
        spec.commandLine().getErr().printf("There is no application %s%n", name);
        return 1;
    }

    private int with(Path data, ToIntFunction<Applications> action) {
        try (var directory = DataDirectory.open(data)) {
            return action.applyAsInt(Applications.in(data, Clock.systemUTC()));
        } catch (NodeStartException | AccessException | IllegalArgumentException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
