package io.voltledger.api.session;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One value of a meter reading in normal units.
 *
 * @param measurand OCPP's word; {@code Energy.Active.Import.Register} where the station sent none
 * @param value in {@code unit}
 * @param unit Wh, varh, W, VA, var, A, V, Celsius, Percent, or the station's own word where it is none of these
 * @param phase OCPP's word, as it came
 * @param location OCPP's word, as it came
 * @param context OCPP's reading context, as it came
 */
public record SampledValue(
        String measurand,
        BigDecimal value,
        String unit,
        @Nullable String phase,
        @Nullable String location,
        @Nullable String context) {

    /** The measurand that bills are made of: the register of energy drawn, in Wh. */
    public static final String ENERGY_REGISTER = "Energy.Active.Import.Register";

    /** Power drawn now, in W. */
    public static final String POWER = "Power.Active.Import";
}
