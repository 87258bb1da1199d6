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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which events stay together under the policies of the public API. */
class SequencingTest {

    private static final String BY_PROPERTY = Sequencing.BY_PROPERTY;

    private static Sequencing policy(String name, String... parameters) {
        return Sequencing.of(SequencingPolicy.newBuilder()
                .setPolicyName(name)
                .addAllParameter(List.of(parameters))
                .build());
    }

    @SafeVarargs
    private static Sequencing policyOf(String name, List<String>... parameters) {
        return policy(name, Stream.of(parameters).flatMap(List::stream).toArray(String[]::new));
    }

    private static Event event(String aggregate, String payload) {
        return event(aggregate, payload, "Metered");
    }

    private static Event charged(String aggregate, String payload) {
        return event(aggregate, payload, "Charged");
    }

    private static Event event(String aggregate, String payload, String type) {
        return Event.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setAggregateIdentifier(aggregate)
                .setAggregateType(aggregate.isEmpty() ? "" : "Session")
                .setPayload(SerializedObject.newBuilder().setType(type).setData(ByteString.copyFromUtf8(payload)))
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
        var policy = policy(
                BY_PROPERTY, "JSON", "Charged", "$.station.id", "SequentialPerAggregatePolicy", "ignored by that one");
        var east = "{\"station\":{\"id\":\"east\"},\"energy\":%d}";
        var west = east.replace("east", "west");

        assertTogether(policy, charged("A", east.formatted(1)), charged("B", east.formatted(2)));
        assertApart(policy, charged("A", east.formatted(1)), charged("A", west.formatted(1)));
    }

    @Test
    void keepsTogetherWhatHasTheSamePropertyInXml() {
        var policy = policy(BY_PROPERTY, "XML", "Charged", "/charged/@station", "SequentialPolicy");

        assertTogether(
                policy,
                charged("A", "<charged station='east'><energy>1</energy></charged>"),
                charged("B", "<charged station='east'><energy>2</energy></charged>"));
        assertApart(policy, charged("A", "<charged station='east'/>"), charged("A", "<charged station='west'/>"));
    }

    @Test
    void goesByTheOtherPolicyWhereAPayloadDoesNotHaveTheProperty() {
        var policy = policy(BY_PROPERTY, "JSON", "Charged", "$.station.id", "SequentialPerAggregatePolicy");
        for (var payload : List.of("{\"energy\":1}", "<xml/>", "")) {
            assertTogether(policy, charged("A", payload), charged("A", payload));
            assertApart(policy, charged("A", payload), charged("B", payload));
        }
        var east = "{\"station\":{\"id\":\"east\"}}";
        assertApart(policy, event("A", east), event("B", east));
    }

    @Test
    void looksIntoSeveralPayloadTypesEachInItsWay() {
        var policy = policyOf(
                BY_PROPERTY,
                List.of("JSON", "Charged", "$.station", BY_PROPERTY),
                List.of("XML", "Parked", "//place", "MetaDataSequencingPolicy", "site"));
        var parked = event("B", "<parked><place>east</place></parked>", "Parked");

        assertTogether(policy, charged("A", "{\"station\":\"east\"}"), parked);
        assertTogether(policy, tagged(event("A", "1"), "site", "X"), tagged(event("B", "2"), "site", "X"));
        assertApart(policy, tagged(event("A", "1"), "site", "X"), tagged(event("A", "1"), "site", "Y"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$.station",
                "JSON,Charged,$.station",
                "AVRO,Charged,$.station,SequentialPolicy",
                "JSON,Charged,$.[,SequentialPolicy",
                "XML,Charged,///,SequentialPolicy",
                "JSON,Charged,$.station,ByGuessPolicy",
                "JSON,Charged,$.station,MetaDataSequencingPolicy",
                "JSON,Charged,$.station,PropertySequencingPolicy,JSON"
            })
    void refusesParametersThatSayNoProperty(String parameters) {
        assertRefused(BY_PROPERTY, parameters.isEmpty() ? new String[] {} : parameters.split(",", -1));
    }

    @Test
    void refusesMetaDataWithoutAName() {
        assertRefused("MetaDataSequencingPolicy");
    }

    private static void assertRefused(String name, String... parameters) {
        assertThat(Status.fromThrowable(catchThrowable(() -> policy(name, parameters)))
                        .getCode())
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    @Test
    void refusesAPolicyThatItDoesNotKnow() {
        assertRefused("ByGuessPolicy");
    }
}
