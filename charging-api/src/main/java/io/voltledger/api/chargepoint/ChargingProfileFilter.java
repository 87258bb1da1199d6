package io.voltledger.api.chargepoint;

import org.jspecify.annotations.Nullable;

/** Which charging profiles are meant: those that agree with all that is named; all where nothing is. */
public record ChargingProfileFilter(
        @Nullable Integer profile,
        @Nullable ConnectorId connector,
        ChargingProfile.@Nullable Purpose purpose,
        @Nullable Integer stackLevel) {}
