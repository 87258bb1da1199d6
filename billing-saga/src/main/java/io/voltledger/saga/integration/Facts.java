package io.voltledger.saga.integration;

import io.voltledger.api.Energy;
import io.voltledger.api.Money;
import io.voltledger.api.session.SessionId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data of an envelope as it is put together; what is absent is left out. */
final class Facts {

    private final Map<String, Object> values = new LinkedHashMap<>();

    static Facts ofSession(SessionId session) {
        return new Facts()
                .with("transactionId", session.transaction())
                .with("sessionId", session.value())
                .with("stationId", session.station().value());
    }

    Facts with(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    Facts with(String name, @Nullable Money money) {
        return with(name, (@Nullable Object) money);
    }

    /** In Wh. */
    Facts with(String name, @Nullable Energy energy) {
        return energy == null ? this : with(name, (Object) energy.wattHours());
    }

    Facts with(String name, Instant time) {
        return with(name, (Object) time.toString());
    }

    Map<String, Object> values() {
        return values;
    }
}
