package io.voltledger.ocpp.v201;

import io.voltledger.api.Energy;
import io.voltledger.api.session.SessionEvent.EnergyMetered;
import io.voltledger.api.session.SessionEvent.SessionStarted;
import io.voltledger.api.session.SessionEvent.SessionStopped;
import io.voltledger.api.session.SessionEvent.StartLearned;
import io.voltledger.api.token.IdToken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the events of a session say in the end. */
record Told(
        long starts,
        long stops,
        @Nullable IdToken token,
        @Nullable Energy meterStart,
        Energy energy,
        boolean orphan) {

    static Told by(List<Object> events) {
        Told told = new Told(0, 0, null, null, Energy.ZERO, true);
        for (Object event : events) {
            told = told.then(event);
        }
        return told;
    }

    private Told then(Object event) {
        return switch (event) {
            case SessionStarted started ->
                new Told(starts + 1, stops, started.token(), started.meterStart(), energy, started.orphan());
            case StartLearned learned ->
                new Told(
                        starts,
                        stops,
                        learned.token(),
                        learned.meterStart(),
                        learned.energy() == null ? energy : learned.energy(),
                        learned.orphan());
            case EnergyMetered metered -> new Told(starts, stops, token, meterStart, metered.energy(), orphan);
            case SessionStopped stopped -> new Told(starts, stops + 1, token, meterStart, stopped.energy(), orphan);
            default -> this;
        };
    }
}
