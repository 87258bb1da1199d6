package io.voltledger.ocpp.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that real chargers do, as a script: what is on the wire, and what must come of it.
 *
 * @param name the file's, without its ending
 * @param quirk what the charger does, in one line: the script's first comment
 * @param steps a word and its rest each
 */
record Fixture(String name, String quirk, List<Step> steps) {

    static final Path FOLDER = Path.of("src/test/resources/corpus");
    private static final String ENDING = ".quirk";

    /** One line of a script. */
    record Step(String word, String rest) {}

    static List<Fixture> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(Fixture::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fixture read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            String name = FOLDER.relativize(file).toString().replace(ENDING, "");
            return new Fixture(
                    name,
                    lines.getFirst().substring(1).strip(),
                    lines.stream()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(Fixture::step)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Step step(String line) {
        String[] parts = line.strip().split(" ", 2);
        return new Step(parts[0], parts.length == 2 ? parts[1].strip() : "");
    }

    @Override
    public String toString() {
        return name;
    }
}
