package io.voltledger.api.quirk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How a station deviates from what it says. What is absent or false is taken as OCPP has it.
 *
 * @param sampleFactor multiplies the energy of meter values: 1000 where Wh is written and kWh meant, 0.001 the other way
 * @param registerFactor multiplies the registers of a transaction's start and stop in the same way
 * @param powerInverted power drawn is reported negative
 * @param zone of its clock: of times without a zone, and of all of them where {@code utcIsLocal}
 * @param utcIsLocal its times are marked as UTC and are local
 * @param connectorShift is added to each connector number that it reports: 1 where it counts from 0
 */
public record Quirks(
        @Nullable BigDecimal sampleFactor,
        @Nullable BigDecimal registerFactor,
        boolean powerInverted,
        @Nullable ZoneId zone,
        boolean utcIsLocal,
        int connectorShift) {

    /** Of a station that says what it means. */
    public static final Quirks NONE = new Quirks(null, null, false, null, false, 0);

    /** As JSON has them: what is left out is no deviation. */
    @JsonCreator
    static Quirks of(
            @JsonProperty("sampleFactor") @Nullable BigDecimal sampleFactor,
            @JsonProperty("registerFactor") @Nullable BigDecimal registerFactor,
            @JsonProperty("powerInverted") @Nullable Boolean powerInverted,
            @JsonProperty("zone") @Nullable ZoneId zone,
            @JsonProperty("utcIsLocal") @Nullable Boolean utcIsLocal,
            @JsonProperty("connectorShift") @Nullable Integer connectorShift) {
        return new Quirks(
                sampleFactor,
                registerFactor,
                Boolean.TRUE.equals(powerInverted),
                zone,
                Boolean.TRUE.equals(utcIsLocal),
                connectorShift == null ? 0 : connectorShift);
    }
}
