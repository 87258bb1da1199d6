package io.voltledger.api.quirk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a quirk profile says, and of which stations. Vendor, model and firmware are compared without case; a star stands for
 * anything, and what is absent is not looked at.
 *
 * @param name for people
 */
public record QuirkProfile(
        String name,
        String vendor,
        @Nullable String model,
        @Nullable String firmware,
        Quirks quirks) {

    public boolean appliesTo(
            @Nullable String stationVendor, @Nullable String stationModel, @Nullable String stationFirmware) {
        return matches(vendor, stationVendor) && matches(model, stationModel) && matches(firmware, stationFirmware);
    }

    /** How narrowly it chooses: of several that apply, the narrowest counts. */
    public int narrowness() {
        return written(vendor) + written(model) + written(firmware);
    }

    private static int written(@Nullable String pattern) {
        return pattern == null ? 0 : 1_000 + pattern.replace("*", "").length();
    }

    private static boolean matches(@Nullable String pattern, @Nullable String text) {
        if (pattern == null) {
            return true;
        }
        return text != null
                && matches(pattern.toLowerCase(Locale.ROOT), 0, text.strip().toLowerCase(Locale.ROOT), 0);
    }

    private static boolean matches(String pattern, int from, String text, int at) {
        int star = pattern.indexOf('*', from);
        if (star < 0) {
            return pattern.substring(from).equals(text.substring(at));
        }
        String head = pattern.substring(from, star);
        if (!text.startsWith(head, at)) {
            return false;
        }
        for (int rest = at + head.length(); rest <= text.length(); rest++) {
            if (matches(pattern, star + 1, text, rest)) {
                return true;
            }
        }
        return false;
    }
}
