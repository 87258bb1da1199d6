package io.voltledger.ocpp.messages;

import io.voltledger.runtime.mask.Credentials;
import io.voltledger.runtime.mask.IdTags;

/** What may be kept of a frame's text, and what of it may be shown. */
final class Masks {

    private final Credentials credentials = new Credentials();
    private final IdTags idTags = IdTags.inFrames();
    private final int maxText;

    Masks(int maxText) {
        this.maxText = maxText;
    }

    /** Without credentials, and not too long. */
    String kept(String text) {
        String covered = credentials.over(text);
        return covered.length() <= maxText ? covered : covered.substring(0, maxText);
    }

    String shown(String kept, boolean showIdTags) {
        return showIdTags ? kept : idTags.over(kept);
    }
}
