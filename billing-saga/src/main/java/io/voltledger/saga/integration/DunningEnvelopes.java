package io.voltledger.saga.integration;

import static io.voltledger.api.integration.Envelope.PAYMENT_TOPIC;
import static io.voltledger.api.integration.Envelope.TRANSACTION_TOPIC;

import io.voltledger.api.dunning.DunningEvent;
import io.voltledger.api.dunning.DunningEvent.DunningAdvanced;
import io.voltledger.api.dunning.DunningEvent.DunningEnded;
import io.voltledger.api.session.SessionId;
import java.util.List;

/** Dunning: a driver is told of restriction and suspension; of the overdue bill itself and its payment the bill tells. */
final class DunningEnvelopes {

    private DunningEnvelopes() {}

    static List<Outgoing> of(DunningEvent event, Envelopes envelopes) {
        return switch (event) {
            case DunningAdvanced advanced ->
                switch (advanced.stage()) {
                    case OVERDUE -> List.of();
                    case RESTRICTED -> advanced("billing.dunning.restricted", advanced, envelopes);
                    case SUSPENDED -> advanced("billing.dunning.suspended", advanced, envelopes);
                };
            case DunningEnded ended ->
                envelopes.make(
                        "billing.dunning.ended",
                        ended.bill().value(),
                        ended.member(),
                        facts(event, ended.session()).with("endedAt", ended.endedAt()),
                        PAYMENT_TOPIC);
        };
    }

    private static List<Outgoing> advanced(String type, DunningAdvanced event, Envelopes envelopes) {
        return envelopes.make(
                type,
                event.bill().value(),
                event.member(),
                facts(event, event.session())
                        .with("outstanding", event.outstanding())
                        .with("advancedAt", event.advancedAt()),
                PAYMENT_TOPIC,
                TRANSACTION_TOPIC);
    }

    private static Facts facts(DunningEvent event, SessionId session) {
        return Facts.ofSession(session)
                .with("billId", event.bill().value())
                .with("memberUuid", event.member().value());
    }
}
