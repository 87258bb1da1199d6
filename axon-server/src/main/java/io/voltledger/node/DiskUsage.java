package io.voltledger.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many bytes the files of a folder have together. What is known is kept for some seconds: a large store has many files. */
final class DiskUsage {

    private static final long FRESH = Duration.ofSeconds(5).toNanos();

    private record Measured(long bytes, long at) {}

    private final Map<Path, Measured> known = new ConcurrentHashMap<>();

    long of(Path folder) {
        var now = System.nanoTime();
        return known.compute(
                        folder,
                        (path, last) -> last != null && now - last.at() < FRESH ? last : new Measured(sum(path), now))
                .bytes();
    }

    private static long sum(Path folder) {
        var sum = new Sum();
        try {
            if (Files.exists(folder)) {
                Files.walkFileTree(folder, sum);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The size of " + folder + " is not known", e);
        }
        return sum.bytes;
    }

    /** Files come and go while it walks; one that has gone counts nothing. */
    private static final class Sum extends SimpleFileVisitor<Path> {

        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes += attributes.size();
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
