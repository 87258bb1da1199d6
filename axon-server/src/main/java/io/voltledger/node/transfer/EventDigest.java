package io.voltledger.node.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.axoniq.axonserver.grpc.event.Event;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A hash over events that depends on what they say and not on how they were serialised: that of their lines in an export. */
final class EventDigest {

    private final MessageDigest digest = ContextExport.sha256();

    void add(Event event) {
        digest.update(EventJson.write(event).toString().getBytes(UTF_8));
        digest.update((byte) '\n');
    }

    /** The hash so far, in hexadecimal; ends it. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
