package io.voltledger.ocpp.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.ocpp.RunningGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All that real chargers were seen to do, one script each, from the frames to the session that comes of them. */
class CorpusTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static WriteSide writeSide;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        writeSide = new WriteSide();
        gateway = RunningGateway.before(writeSide.gateway(), writeSide.bus());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        writeSide.close();
    }

    static List<Fixture> fixtures() {
        return Fixture.all();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void chargersDo(Fixture fixture) {
        try (Stage stage = new Stage(writeSide, gateway, NUMBERS.incrementAndGet())) {
            stage.play(fixture);
        }
    }

    @Test
    void hasAScriptForEachLineOfTheList() throws IOException {
        List<String> quirks = Files.readAllLines(Fixture.FOLDER.resolve("README.md")).stream()
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2))
                .toList();
        assertThat(quirks).hasSizeGreaterThan(20);
        assertThat(Fixture.all()).extracting(Fixture::quirk).containsAll(quirks);
        assertThat(quirks)
                .containsAll(Fixture.all().stream().map(Fixture::quirk).toList());
    }
}
