package io.voltledger.node.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;

/** Files of stores: copied, cut and damaged. */
final class Copies {

    private Copies() {}

    static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files with such an ending, the largest first. */
    static List<Path> files(Path directory, String pattern) {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern))
                    .sorted(Comparator.comparingLong(Copies::size).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void truncate(Path path, long size) {
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void flip(Path path, long at, int bits) {
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(at);
            var old = file.read();
            file.seek(at);
            file.write(old ^ bits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void zero(Path path, long from, long end) {
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(from);
            file.write(new byte[(int) (end - from)]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
