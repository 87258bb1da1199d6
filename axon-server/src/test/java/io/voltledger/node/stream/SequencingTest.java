package io.voltledger.node.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.streams.SequencingPolicy;
import io.grpc.Status;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which events stay together under the policies of the public API. */
class SequencingTest {

    private static Sequencing policy(String name, String... parameters) {
        return Sequencing.of(SequencingPolicy.newBuilder()
                .setPolicyName(name)
                .addAllParameter(List.of(parameters))
                .build());
    }

    private static Event event(String aggregate, String payload) {
        return Event.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setAggregateIdentifier(aggregate)
                .setAggregateType(aggregate.isEmpty() ? "" : "Session")
                .setPayload(SerializedObject.newBuilder().setData(ByteString.copyFromUtf8(payload)))
                .build();
    }

    private static Event tagged(Event event, String name, String value) {
        return event.toBuilder()
                .putMetaData(
                        name, MetaDataValue.newBuilder().setTextValue(value).build())
                .build();
    }

    private static void assertTogether(Sequencing policy, Event one, Event other) {
        assertThat(policy.key(one)).isEqualTo(policy.key(other));
        assertThat(policy.segment(one, 16)).isEqualTo(policy.segment(other, 16));
    }

    private static void assertApart(Sequencing policy, Event one, Event other) {
        assertThat(policy.key(one)).isNotEqualTo(policy.key(other));
    }

    @Test
    void keepsEverythingTogetherInSequence() {
        assertTogether(policy("SequentialPolicy"), event("A", "1"), event("B", "2"));
        assertTogether(policy(""), event("A", "1"), event("B", "2"));
    }

    @Test
    void keepsAnAggregateTogether() {
        var policy = policy("SequentialPerAggregatePolicy");

        assertTogether(policy, event("A", "1"), event("A", "2"));
        assertApart(policy, event("A", "1"), event("B", "1"));
        assertApart(policy, event("", "1"), event("", "1"));
    }

    @Test
    void keepsNothingTogetherWithFullConcurrency() {
        assertApart(policy("FullConcurrencyPolicy"), event("A", "1"), event("A", "1"));
    }

    @Test
    void keepsTogetherWhatHasTheSameMetaData() {
        var policy = policy("MetaDataSequencingPolicy", "station", "tariff");

        assertTogether(policy, tagged(event("A", "1"), "station", "X"), tagged(event("B", "2"), "station", "X"));
        assertApart(policy, tagged(event("A", "1"), "station", "X"), tagged(event("A", "1"), "station", "Y"));
        assertApart(policy, tagged(event("A", "1"), "station", "X"), tagged(event("A", "1"), "tariff", "X"));
    }

    @Test
    void keepsTogetherWhatHasTheSameProperty() {
        var east = "{\"station\":{\"id\":\"east\"},\"energy\":%d}";
        var west = east.replace("east", "west");
        for (var path : List.of("station.id", "$.station.id")) {
            var policy = policy("PropertySequencingPolicy", path);
            assertTogether(policy, event("A", east.formatted(1)), event("B", east.formatted(2)));
            assertApart(policy, event("A", east.formatted(1)), event("A", west.formatted(1)));
        }
    }

    @Test
    void goesByTheAggregateWhereAPayloadDoesNotHaveTheProperty() {
        var policy = policy("PropertySequencingPolicy", "station.id");
        for (var payload : List.of("{\"energy\":1}", "<xml/>", "")) {
            assertTogether(policy, event("A", payload), event("A", payload));
            assertApart(policy, event("A", payload), event("B", payload));
        }
    }

    @Test
    void refusesAPolicyThatItDoesNotKnow() {
        assertThat(Status.fromThrowable(catchThrowable(() -> policy("ByGuessPolicy")))
                        .getCode())
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
    }
}
