package io.voltledger.api.chargepoint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a station lets the platform know of itself.
 *
 * @param word the status, or the type of a security event, as the station wrote it; empty where it wrote none
 * @param requestId of the request that it is about, where the station named one
 * @param detail more, as it came
 * @param stationTime the station's clock, where it sent one that can be read
 */
public record StationNotice(
        Kind kind,
        String word,
        @Nullable Integer requestId,
        @Nullable String detail,
        @Nullable Instant stationTime) {

    /** What it is about. */
    public enum Kind {
        FIRMWARE_STATUS,
        SIGNED_FIRMWARE_STATUS,
        DIAGNOSTICS_STATUS,
        LOG_STATUS,
        SECURITY_EVENT,
        /** A reservation expired or was removed at the station; the request id is the reservation's. */
        RESERVATION_STATUS,
        /** A part of a report of components and variables; the word is the part's number, the detail its list. */
        DEVICE_REPORT,
        /** A part of a report of monitors, as of components. */
        MONITORING_REPORT,
        /** Events of components and variables, as a report of them. */
        DEVICE_EVENT,
        /** A part of what the station knows of a customer. */
        CUSTOMER_INFORMATION,
        /** A part of the messages that its display shows. */
        DISPLAY_MESSAGES,
        /** A part of the charging profiles that it keeps; the word is where they come from. */
        CHARGING_PROFILES,
        /** A limit from outside, set or gone; the word is where it comes from. */
        CHARGING_LIMIT,
        /** What only the vendor understands; the word is the vendor's id. */
        VENDOR_DATA
    }
}
