package io.voltledger.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.chargepoint.ChargePointEvent.ChargePointBooted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What stands in stores from before an event learned to say more. */
class OlderEventsTest {

    private static final Path OLDER = Path.of("src/test/resources/golden-older");

    @Test
    void readsABootFromBeforeThereWereQuirkProfiles() throws IOException {
        String stored = Files.readString(OLDER.resolve("chargepoint.ChargePointBooted.r1.json"));
        ChargePointBooted booted = AxonJson.mapper().readValue(stored, ChargePointBooted.class);
        assertThat(booted.boot().vendor()).isEqualTo("vendor");
        assertThat(booted.boot().quirks()).isNull();
    }
}
