package io.voltledger.node.wire;

import io.grpc.Drainable;
import io.grpc.KnownLength;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Hands a message's pieces to gRPC. */
final class WireStream extends InputStream implements KnownLength, Drainable {

    private final WireBytes bytes;
    private int position;

    WireStream(WireBytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public int drainTo(OutputStream target) throws IOException {
        var left = available();
        if (position == 0) {
            target.write(bytes.head());
            target.write(bytes.body());
            position = bytes.length();
        } else {
            transferTo(target);
        }
        return left;
    }

    @Override
    public int available() {
        return bytes.length() - position;
    }

    @Override
    public int read() {
        if (available() == 0) {
            return -1;
        }
        var at = position++;
        var head = bytes.head();
        return (at < head.length ? head[at] : bytes.body()[at - head.length]) & 0xff;
    }
}
