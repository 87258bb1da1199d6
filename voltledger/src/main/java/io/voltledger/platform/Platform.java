package io.voltledger.platform;

import io.voltledger.demo.Demo;
import io.voltledger.node.AxonServerNode;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.axonframework.axonserver.connector.ManagedChannelCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.MapPropertySource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole platform in one process: services, node, modules, and at the end all of them in reverse. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = "The whole VoltLedger platform in one process.",
        subcommands = Services.class)
public final class Platform implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

    private static final int SHUTDOWN_SECONDS = 30;
    static final String AXON_SERVERS = "axon.axonserver.servers";

    private final Class<?> application;
    private final List<String> settings;
    private final Progress progress = new Progress(System.out);
    private final CountDownLatch ended = new CountDownLatch(1);

    @Mixin
    private Options options = new Options();

    @Option(names = "--demo", description = "Adds simulated stations that charge, pay and sometimes fail.")
    private boolean demo;

    /**
     * @param application the Spring Boot application that holds every module
     * @param settings of Spring Boot, {@code --name=value}
     */
    public Platform(Class<?> application, List<String> settings) {
        this.application = application;
        this.settings = List.copyOf(settings);
    }

    List<String> settings() {
        return settings;
    }

    @Override
    public Integer call() throws InterruptedException {
        options.settings(settings);
        Closing parts = new Closing();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(parts), "shutdown"));
        try {
            start(parts);
        } catch (RuntimeException e) {
            end(parts);
            throw e;
        }
        ended.await();
        return 0;
    }

    private void start(Closing parts) {
        DataFolder data = parts.add("data folder", DataFolder.open(options.data));
        Logs.to(data);
        EmbeddedMariaDb.endOrphan(data.folder("mariadb"));
        options.ports().requireFree(options.neededPorts());
        progress.print("VoltLedger starts; its data is in " + data.root());
        EmbeddedServices services = parts.add("services", EmbeddedServices.start(options, data, progress));
        Map<String, Object> embedded = new LinkedHashMap<>(services.settings());
        SpringApplication modules = new SpringApplication(application);
        if (!options.has(AXON_SERVERS)) {
            AxonServerNode node = parts.add("node", AxonServerNode.start(options.nodeSettings(data)));
            embedded.put(AXON_SERVERS, "127.0.0.1:" + node.grpcPort());
            modules.addInitializers(within(node));
            progress.say("the Axon Server node is up");
        }
        if (demo) {
            embedded.putAll(Demo.settings());
        }
        embedded.put("server.port", options.http);
        embedded.put("voltledger.ocpp.port", options.ocpp);
        embedded.put("voltledger.ocpp.messages.folder", data.folder("messages"));
        progress.say("starting the modules");
        ConfigurableApplicationContext running = parts.add("modules", run(modules, embedded));
        progress.say("the modules are up");
        if (demo) {
            parts.add(
                    "demo",
                    Demo.start(
                            URI.create("http://127.0.0.1:" + options.http),
                            running.getEnvironment().getProperty("voltledger.demo.sign-in", ""),
                            URI.create("ws://127.0.0.1:" + options.ocpp + "/ocpp"),
                            URI.create("http://127.0.0.1:" + options.provider)));
            progress.say("the demo's stations are connecting");
        }
        progress.print(Welcome.text(options.ports(), demo, data.root().toString()));
    }

    /** The modules reach the node of their own process without the network. */
    private static ApplicationContextInitializer<ConfigurableApplicationContext> within(AxonServerNode node) {
        ManagedChannelCustomizer channel = network -> node.inProcessChannel();
        return context -> context.getBeanFactory().registerSingleton("nodeChannel", channel);
    }

    private ConfigurableApplicationContext run(SpringApplication spring, Map<String, Object> embedded) {
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setRegisterShutdownHook(false);
        spring.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addBefore("voltledger-all-in-one.yml", new MapPropertySource("embedded", embedded)));
        try {
            return spring.run(options.settings());
        } catch (RuntimeException e) {
            throw new StartFailure(
                    "The modules cannot start: "
                            + NestedExceptionUtils.getMostSpecificCause(e).getMessage()
                            + System.lineSeparator()
                            + "The log has the rest: " + System.getProperty("voltledger.logs") + "/voltledger.log",
                    e);
        }
    }

    private void end(Closing parts) {
        if (!parts.begin()) {
            return;
        }
        progress.print("VoltLedger ends: finishing what is in flight ...");
        Thread closing = Thread.ofPlatform().name("closing").start(parts::close);
        try {
            if (!closing.join(Duration.ofSeconds(SHUTDOWN_SECONDS))) {
                LOG.error(
                        "Not everything ended within {} s; the next start will find it as after a kill",
                        SHUTDOWN_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ended.countDown();
    }
}
