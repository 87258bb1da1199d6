package io.voltledger.command.billing;

import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.session.SessionId;
import io.voltledger.api.tariff.FrozenTariff;
import io.voltledger.api.tariff.TariffId;
import java.util.Optional;

/** What a bill needs to know of other contexts when a person releases it. */
interface BilledSessions {

    /** How the session ended; empty while it runs. */
    Optional<SessionStopped> stopped(SessionId session);

    /** A tariff's last version; empty where none was published. */
    Optional<FrozenTariff> tariff(TariffId tariff);
}
