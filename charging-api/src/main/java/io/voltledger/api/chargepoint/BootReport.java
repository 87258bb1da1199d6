package io.voltledger.api.chargepoint;

import org.jspecify.annotations.Nullable;

/** What a BootNotification said of the station: all as it came. */
public record BootReport(
        @Nullable String vendor,
        @Nullable String model,
        @Nullable String serialNumber,
        @Nullable String firmwareVersion,
        @Nullable String iccid,
        @Nullable String imsi,
        @Nullable String meterType,
        @Nullable String meterSerialNumber) {}
