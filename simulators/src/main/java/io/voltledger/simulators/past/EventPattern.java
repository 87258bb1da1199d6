package io.voltledger.simulators.past;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import io.voltledger.simulators.past.PastSession.Mark;
import java.util.HashMap;
import java.util.Map;

/**
 * An event of the pattern's session, from which the same event of any session is made: of the same type, revision and aggregate type, with the same
 * kinds of meta-data.
 *
 * @param original as the platform recorded it
 */
record EventPattern(
        Event original,
        TextPattern message,
        TextPattern aggregate,
        TextPattern payload,
        Map<String, TextPattern> context) {

    private static final long MILLIS = 1000;

    static EventPattern of(Event event, Rekeying rekeying) {
        Map<String, TextPattern> context = new HashMap<>();
        event.getMetaDataMap().forEach((key, value) -> {
            if (value.getDataCase() == MetaDataValue.DataCase.TEXT_VALUE) {
                context.put(key, rekeying.of(value.getTextValue()));
            }
        });
        return new EventPattern(
                event,
                rekeying.of(event.getMessageIdentifier()),
                rekeying.of(event.getAggregateIdentifier()),
                rekeying.of(event.getPayload().getData().toStringUtf8()),
                context);
    }

    /** Whether its aggregate goes on from session to session, as a series of numbers does. */
    boolean isOfSharedAggregate() {
        return !aggregate.has(Mark.TRANSACTION);
    }

    /** @param known what was made for this session already */
    Event in(PastSession session, long sequence, Map<Part, String> known) {
        Event.Builder event = original.toBuilder()
                .setMessageIdentifier(message.in(session, known))
                .setAggregateIdentifier(aggregate.in(session, known))
                .setAggregateSequenceNumber(sequence)
                .setTimestamp(original.getTimestamp() + session.shift() * MILLIS);
        event.getPayloadBuilder().setData(ByteString.copyFromUtf8(payload.in(session, known)));
        context.forEach((key, text) -> event.putMetaData(
                key,
                MetaDataValue.newBuilder().setTextValue(text.in(session, known)).build()));
        return event.build();
    }
}
