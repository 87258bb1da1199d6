package io.voltledger.ocpp.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private final Places places = new Places(2);

    @Test
    void sendsAwayWhoComesWhenAllAreTaken() {
        EmbeddedChannel late = new EmbeddedChannel();
        assertThat(places.take(new EmbeddedChannel())).isTrue();
        assertThat(places.take(new EmbeddedChannel())).isTrue();

        assertThat(places.take(late)).isFalse();
        assertThat(late.isOpen()).isFalse();
    }

    @Test
    void givesAPlaceThatBecameFreeToTheNext() {
        EmbeddedChannel first = new EmbeddedChannel();
        places.take(first);
        places.take(new EmbeddedChannel());
        places.take(new EmbeddedChannel());
        first.close();

        assertThat(places.take(new EmbeddedChannel())).isTrue();
        assertThat(places.take(new EmbeddedChannel())).isFalse();
    }

    @Test
    void leavesDescriptorsForFiles() {
        assertThat(Places.beside(20_000)).isEqualTo(18_000);
        assertThat(Places.beside(1_024)).isEqualTo(512);
        assertThat(Places.beside(Long.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
    }
}
