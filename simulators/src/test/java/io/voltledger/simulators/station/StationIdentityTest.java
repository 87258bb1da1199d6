package io.voltledger.simulators.station;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URI;
import org.junit.jupiter.api.Test;

class StationIdentityTest {

    @Test
    void showsItsIdAndPassword() {
        StationIdentity identity = new StationIdentity("secret", null, null, null);

        assertThat(identity.headers("CP-1").get(HttpHeaderNames.AUTHORIZATION)).isEqualTo("Basic Q1AtMTpzZWNyZXQ=");
        assertThat(StationIdentity.NONE.headers("CP-1").isEmpty()).isTrue();
    }

    @Test
    void encryptsWhereTheUrlSaysSo() {
        assertThat(tls("wss://127.0.0.1:8443/ocpp")).isTrue();
        assertThat(tls("ws://127.0.0.1:8180/ocpp")).isFalse();
    }

    private static boolean tls(String url) {
        return StationIdentity.NONE
                .tls(URI.create(url), 8443, ByteBufAllocator.DEFAULT)
                .isPresent();
    }
}
