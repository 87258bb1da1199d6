package io.voltledger.simulators.station;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a process of this machine has used, as Linux tells. */
record MeasuredProcess(long pid) {

    /** Processor time of all its threads since it began. */
    Duration processorTime() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("There is no process " + pid));
    }

    /** Memory that it holds now, in bytes. */
    long residentBytes() {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Process " + pid + " tells no memory"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
