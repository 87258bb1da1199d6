package io.voltledger.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltledger.api.Receipt;
import io.voltledger.api.chargepoint.StationId;
import java.nio.charset.StandardCharsets;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.Test;

class AllowListSerializerTest {

    private final AllowListSerializer serializer = AllowListSerializer.with(AxonJson.mapper());

    @Test
    void readsWhatThePlatformWrote() {
        StationId station = new StationId("CP-1");
        assertThat(serializer.<byte[], Object>deserialize(serializer.serialize(station, byte[].class)))
                .isEqualTo(station);
    }

    @Test
    void readsAxonsOwnTokens() {
        GlobalSequenceTrackingToken token = new GlobalSequenceTrackingToken(42);
        assertThat(serializer.<byte[], Object>deserialize(serializer.serialize(token, byte[].class)))
                .isEqualTo(token);
    }

    @Test
    void loadsNoOtherClassThatStoredDataNames() {
        assertThat(serializer.classForType(new SimpleSerializedType("javax.script.ScriptEngineManager", null)))
                .isEqualTo(UnknownSerializedType.class);
    }

    @Test
    void loadsNoArrayOfAnotherClass() {
        assertThat(serializer.classForType(new SimpleSerializedType("[Ljavax.sql.DataSource;", null)))
                .isEqualTo(UnknownSerializedType.class);
    }

    @Test
    void ignoresPropertiesOfALaterVersion() {
        var later = new SimpleSerializedObject<>(
                "{\"messageId\":\"m1\",\"receivedAt\":\"2026-11-21T00:00:00Z\",\"signal\":\"strong\"}"
                        .getBytes(StandardCharsets.UTF_8),
                byte[].class,
                "io.voltledger.api.Receipt",
                null);
        assertThat(serializer.<byte[], Receipt>deserialize(later).messageId()).isEqualTo("m1");
    }
}
