package io.voltledger.saga;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** One Kafka broker in this JVM for all tests of the module. */
public final class TestKafka {

    private static final String SERVERS = start();

    private TestKafka() {}

    /** For {@code bootstrap.servers}. */
    public static String servers() {
        return SERVERS;
    }

    private static String start() {
        int port = TestDatabase.freePort();
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "kafka")), "broker");
            Properties settings = settings(folder.toAbsolutePath(), port, TestDatabase.freePort());
            Path file = folder.resolve("server.properties");
            try (Writer writer = Files.newBufferedWriter(file)) {
                settings.store(writer, "test broker");
            }
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            int code = StorageTool.execute(
                    new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()},
                    new PrintStream(said, true, StandardCharsets.UTF_8));
            if (code != 0) {
                throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
            }
            new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM).startup();
            return "127.0.0.1:" + port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties settings(Path folder, int port, int controller) {
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controller);
        settings.setProperty("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller);
        settings.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.setProperty("log.dirs", folder.resolve("log").toString());
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        settings.setProperty("log.cleaner.dedupe.buffer.size", "8388608");
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "2");
        return settings;
    }
}
