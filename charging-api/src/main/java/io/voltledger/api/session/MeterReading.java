package io.voltledger.api.session;

import java.time.Instant;
import java.util.List;

/**
 * What a meter showed at one instant.
 *
 * @param sampledAt the station's clock, or the time of receipt where the station gave none that could be read
 * @param values at least one
 */
public record MeterReading(Instant sampledAt, List<SampledValue> values) {

    public MeterReading {
        values = List.copyOf(values);
    }
}
