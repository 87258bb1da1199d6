package io.voltledger.node.wire;

/**
 * A serialised message in two pieces, so that a stored or received message is sent inside another without being copied.
 *
 * @param head what comes first
 * @param body the message that is passed on
 */
public record WireBytes(byte[] head, byte[] body) {

    private static final byte[] NOTHING = {};

    public static WireBytes of(byte[] body) {
        return new WireBytes(NOTHING, body);
    }

    int length() {
        return head.length + body.length;
    }
}
