package io.voltledger.ocpp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FrameReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VALID =
            "[2,\"id-1\",\"MeterValues\",{\"connectorId\":1,\"transactionId\":7,\"meterValue\":[{\"sampledValue\":[]}]}]";

    @Property(tries = 2_000)
    void makesAFrameOfAnyText(@ForAll String text) {
        assertThat(FrameReader.read(text)).isNotNull();
    }

    @Property(tries = 3_000)
    void makesAFrameOfAnyBrokenCall(@ForAll("mutations") String text) throws Exception {
        Frame frame = FrameReader.read(text);
        assertThat(frame).isNotNull();
        if (frame instanceof Frame.Unreadable unreadable) {
            String answer = FrameWriter.error(unreadable.messageId(), "FormationViolation", unreadable.problem());
            assertThat(JSON.readTree(answer)).hasSize(5);
        }
    }

    @Provide
    Arbitrary<String> mutations() {
        Arbitrary<Integer> positions = Arbitraries.integers().between(0, VALID.length() - 1);
        Arbitrary<String> inserts = Arbitraries.strings()
                .withChars("[]{}:,\"\\0123456789eE+-.nulltruefalse \u0000\uD83D")
                .ofMaxLength(4);
        return positions.flatMap(from -> inserts.flatMap(insert -> Arbitraries.integers()
                .between(0, 6)
                .map(cut ->
                        VALID.substring(0, from) + insert + VALID.substring(Math.min(VALID.length(), from + cut)))));
    }

    @Test
    void survivesDeepNesting() {
        String deep = "[2,\"1\",\"Heartbeat\"," + "[".repeat(100_000);
        assertThat(FrameReader.read(deep)).isInstanceOf(Frame.Unreadable.class);
    }

    @Test
    void fillsAMissingValueButNotInsideText() {
        Frame frame = FrameReader.read("[2,\"1\",\"X\",{\"a\":,\"b\":\"c:,\\\":}\",\"d\":}]");

        assertThat(frame)
                .isInstanceOfSatisfying(
                        Frame.Call.class,
                        call -> assertThat(call.payload()).hasToString("{\"a\":null,\"b\":\"c:,\\\":}\",\"d\":null}"));
    }
}
