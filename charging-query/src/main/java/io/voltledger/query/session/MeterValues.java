package io.voltledger.query.session;

import io.voltledger.api.Receipt;
import io.voltledger.api.session.MeterReading;
import io.voltledger.api.session.SessionEvent.EnergyMetered;
import io.voltledger.api.session.SessionEvent.LateReadingKept;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.session.SessionEvent.StopRepeated;
import io.voltledger.api.session.SessionMeterValueView;
import io.voltledger.api.session.SessionMeterValueView.Origin;
import io.voltledger.api.session.SessionQuery.ListMeterValues;
import io.voltledger.api.session.SessionQuery.SessionMeterValues;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** All that the meter of one session said: from its own events, since no table keeps each sample. */
@Component
class MeterValues {

    private final EventStore store;

    MeterValues(EventStore store) {
        this.store = store;
    }

    @QueryHandler
    SessionMeterValues handle(ListMeterValues query) {
        return new SessionMeterValues(store.readEvents(query.session().toString(), 0)
                .asStream()
                .map(DomainEventMessage::getPayload)
                .flatMap(MeterValues::of)
                .toList());
    }

    private static Stream<SessionMeterValueView> of(Object event) {
        return switch (event) {
            case EnergyMetered metered -> of(Origin.METER_VALUES, metered.readings(), metered.receipt());
            case SessionStopped stopped -> of(Origin.TRANSACTION_DATA, stopped.readings(), stopped.receipt());
            case StopRepeated repeated -> of(Origin.LATE, repeated.readings(), repeated.receipt());
            case LateReadingKept late -> of(Origin.LATE, late.readings(), late.receipt());
            default -> Stream.empty();
        };
    }

    private static Stream<SessionMeterValueView> of(Origin origin, List<MeterReading> readings, Receipt receipt) {
        return readings.stream()
                .map(reading ->
                        new SessionMeterValueView(origin, reading.sampledAt(), receipt.receivedAt(), reading.values()));
    }
}
