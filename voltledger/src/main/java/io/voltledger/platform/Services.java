package io.voltledger.platform;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** The embedded services without the modules, for modules that run as processes of their own. */
@Command(
        name = "services",
        mixinStandardHelpOptions = true,
        description = "Only the embedded MariaDB, Kafka, payment provider and mail server.")
@SuppressWarnings("NullAway.Init") // picocli sets the parent
final class Services implements Callable<Integer> {

    private final Progress progress = new Progress(System.out);

    @ParentCommand
    private Platform platform;

    @Mixin
    private Options options = new Options();

    @Override
    public Integer call() throws InterruptedException {
        options.settings(platform.settings());
        Closing parts = new Closing();
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "shutdown"));
        DataFolder data = parts.add("data folder", DataFolder.open(options.data));
        Logs.to(data);
        EmbeddedMariaDb.endOrphan(data.folder("mariadb"));
        options.ports().requireFree(options.ports().services());
        EmbeddedServices services = parts.add("services", EmbeddedServices.start(options, data, progress));
        Map<String, Object> settings = new TreeMap<>(services.settings());
        progress.print("The services are up. Settings for the modules:");
        settings.forEach((name, value) -> progress.print("  --" + name + "=" + value));
        progress.print("Ctrl-C ends them.");
        new CountDownLatch(1).await();
        return 0;
    }
}
