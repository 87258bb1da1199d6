package io.voltledger.api.chargepoint;

import io.voltledger.api.quirk.QuirkProfileVersion;
import org.jspecify.annotations.Nullable;

/**
 * What a BootNotification said of the station: all as it came.
 *
 * @param quirks the quirk profile that was chosen by it and holds until the next one; absent where none applies
 */
public record BootReport(
        @Nullable String vendor,
        @Nullable String model,
        @Nullable String serialNumber,
        @Nullable String firmwareVersion,
        @Nullable String iccid,
        @Nullable String imsi,
        @Nullable String meterType,
        @Nullable String meterSerialNumber,
        @Nullable QuirkProfileVersion quirks) {

    public BootReport under(@Nullable QuirkProfileVersion chosen) {
        return new BootReport(
                vendor, model, serialNumber, firmwareVersion, iccid, imsi, meterType, meterSerialNumber, chosen);
    }
}
