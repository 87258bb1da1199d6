package io.voltledger.command.billing;

import io.voltledger.api.billing.BillEvent;
import io.voltledger.api.billing.BillSeriesCommand.GiveNumber;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.api.tariff.TariffId;
import io.voltledger.command.EventStreams;
import io.voltledger.command.session.StoppedSessions;
import io.voltledger.command.tariff.Tariffs;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What bills need to know, as the event streams have it at this moment. */
@Component
class StreamBilling implements BilledSessions, WrittenNumbers {

    private final EventStreams streams;
    private final StoppedSessions sessions;
    private final Tariffs tariffs;

    StreamBilling(EventStreams streams, StoppedSessions sessions, Tariffs tariffs) {
        this.streams = streams;
        this.sessions = sessions;
        this.tariffs = tariffs;
    }

    @Override
    public Optional<SessionStopped> stopped(SessionId session) {
        return sessions.find(session);
    }

    @Override
    public Optional<FrozenTariff> tariff(TariffId tariff) {
        return tariffs.latest(tariff);
    }

    @Override
    public @Nullable Long of(GiveNumber command) {
        BillFacts facts = streams.fold(
                command.bill().toString(), BillFacts.NONE, BillFacts.class, BillEvent.class, BillDecider::evolve);
        return facts.numbers().get(NumberedDocument.of(command.bill(), command.creditNote()));
    }
}
