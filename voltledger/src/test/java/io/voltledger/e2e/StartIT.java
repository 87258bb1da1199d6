package io.voltledger.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the person at the terminal is told when the platform cannot start. */
class StartIT {

    private static final List<String> OPTIONS = List.of(
            "--http-port",
            "--ocpp-port",
            "--grpc-port",
            "--node-http-port",
            "--kafka-port",
            "--db-port",
            "--provider-port",
            "--mail-port");

    @TempDir
    private Path folder;

    @Test
    void namesEachTakenPortAndHowToMoveIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(JavaProcess.freePort())) {
            List<String> arguments = freePorts();
            arguments.set(arguments.indexOf("--ocpp-port") + 1, String.valueOf(taken.getLocalPort()));
            assertThat(failing(arguments))
                    .contains("port " + taken.getLocalPort() + " is taken")
                    .contains("--ocpp-port PORT")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void namesAPortThatTwoPartsWant() throws IOException {
        List<String> arguments = freePorts();
        int kafka = Integer.parseInt(arguments.get(arguments.indexOf("--kafka-port") + 1));
        arguments.set(arguments.indexOf("--db-port") + 1, String.valueOf(kafka + 1));
        assertThat(failing(arguments))
                .contains("port " + (kafka + 1) + " is wanted by --kafka-port and by --db-port")
                .doesNotContain("Exception");
    }

    @Test
    void refusesADataFolderThatAnotherOneUses() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        try (FileChannel channel = FileChannel.open(
                        data.resolve("voltledger.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThat(failing(freePorts()))
                    .contains("is in use by another VoltLedger")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void refusesADataFolderThatIsAFile() throws IOException {
        Files.writeString(folder.resolve("data"), "not a folder");
        assertThat(failing(freePorts())).contains("cannot be used").doesNotContain("\tat ");
    }

    private List<String> freePorts() {
        List<String> arguments =
                new ArrayList<>(List.of("--data", folder.resolve("data").toString()));
        for (String option : OPTIONS) {
            arguments.add(option);
            arguments.add(String.valueOf(JavaProcess.freePort()));
        }
        return arguments;
    }

    private String failing(List<String> arguments) {
        try (JavaProcess process = JavaProcess.start("voltledger", folder.resolve("start.out"), "512m", arguments)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
            assertThat(process.end(Duration.ofSeconds(1))).isEqualTo(1);
            return process.output();
        }
    }
}
