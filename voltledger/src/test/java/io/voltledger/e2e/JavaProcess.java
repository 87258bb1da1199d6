package io.voltledger.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A module of the build, run from its jar as {@code ./run} would, with its output in a file. */
final class JavaProcess implements AutoCloseable {

    private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();
    private static final Path ROOT = Path.of(System.getProperty("project.root")).toAbsolutePath();

    private final Process process;
    private final Path output;

    private JavaProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static JavaProcess start(String module, Path output, String heap, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Daxoniq.update-checker.disabled=true",
                "-jar",
                jar(module).toString()));
        command.addAll(arguments);
        try {
            Files.createDirectories(output.toAbsolutePath().getParent());
            return new JavaProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                            .start(),
                    output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port that nobody listens on and that was not handed out before, below the range that the system hands out by itself; the next one is free too. */
    static int freePort() {
        for (int tries = 0; tries < 1000; tries++) {
            int port = ThreadLocalRandom.current().nextInt(10_000, 32_000);
            try (ServerSocket first = new ServerSocket(port);
                    ServerSocket second = new ServerSocket(port + 1)) {
                if (HANDED_OUT.add(port) && HANDED_OUT.add(port + 1)) {
                    return first.getLocalPort();
                }
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IllegalStateException("No free port was found");
    }

    static Path root() {
        return ROOT;
    }

    private static Path jar(String module) {
        try (Stream<Path> files = Files.list(ROOT.resolve(module).resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().matches(module + "-[^/]*\\.jar"))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException("The jar of " + module + " is missing: package it first"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails at once, with what the process printed, when it has ended. */
    void assertAlive() {
        assertThat(process.isAlive()).as("The process has ended:\n%s", output()).isTrue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: nothing gets a chance to finish. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGTERM, as Ctrl-C; the exit code. */
    int end(Duration atMost) {
        process.destroy();
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                throw new AssertionError("The process did not end within " + atMost + ":\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            end(Duration.ofSeconds(40));
        }
    }
}
