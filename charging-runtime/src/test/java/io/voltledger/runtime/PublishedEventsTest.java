package io.voltledger.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Published events are frozen: what is in a store today must be readable for good. Each has a golden JSON file; a new
 * event's file is written by running with {@code -Dgolden.write=true}, and an old one is never changed.
 */
class PublishedEventsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path FORMER = Path.of("src/test/resources/golden-former");

    private final ObjectMapper mapper = AxonJson.mapper().enable(SerializationFeature.INDENT_OUTPUT);

    static List<Class<?>> events() {
        return new ClassFileImporter()
                .importPackages("io.voltledger.api").stream()
                        .filter(type -> type.getSimpleName().endsWith("Event") && type.isInterface())
                        .flatMap(family -> family.getSubclasses().stream())
                        .<Class<?>>map(JavaClass::reflect)
                        .sorted((a, b) -> a.getName().compareTo(b.getName()))
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("events")
    void keepsItsJson(Class<?> event) throws IOException {
        Object sample = Samples.of(event);
        Path golden = fileOf(event);
        if (Boolean.getBoolean("golden.write") && Files.notExists(golden)) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, mapper.writeValueAsString(sample) + "\n");
        }
        assertThat(golden).as("golden file of %s", event.getName()).exists();
        assertThat(mapper.readTree(mapper.writeValueAsString(sample)))
                .isEqualTo(mapper.readTree(Files.readString(golden)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isReadBackWhole(Class<?> event) throws IOException {
        assertThat(mapper.readValue(Files.readString(fileOf(event)), event)).isEqualTo(Samples.of(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void namesItsRevision(Class<?> event) {
        assertThat(event.getAnnotation(Revision.class)).isNotNull();
    }

    /** What was written before an event had its newest optional fields. */
    @ParameterizedTest
    @MethodSource("formerFiles")
    void isReadAsItWasWrittenBefore(Path former) throws IOException {
        String name = former.getFileName().toString().split("\\.", -1)[1];
        Class<?> event = events().stream()
                .filter(type -> type.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow();
        String written = Files.readString(former);
        ObjectNode now = (ObjectNode) mapper.readTree(mapper.writeValueAsString(mapper.readValue(written, event)));
        assertThat(now.retain(mapper.readTree(written).properties().stream()
                        .map(Map.Entry::getKey)
                        .toList()))
                .isEqualTo(mapper.readTree(written));
    }

    static List<Path> formerFiles() throws IOException {
        try (Stream<Path> files = Files.list(FORMER)) {
            return files.sorted().toList();
        }
    }

    @Test
    void hasNoGoldenFileWithoutItsEvent() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files)
                    .containsExactlyInAnyOrderElementsOf(
                            events().stream().map(PublishedEventsTest::fileOf).toList());
        }
    }

    private static Path fileOf(Class<?> event) {
        String family = event.getEnclosingClass().getPackageName();
        String context = family.substring(family.lastIndexOf('.') + 1);
        String revision = event.getAnnotation(Revision.class).value();
        return GOLDEN.resolve(context + "." + event.getSimpleName() + ".r" + revision + ".json");
    }
}
