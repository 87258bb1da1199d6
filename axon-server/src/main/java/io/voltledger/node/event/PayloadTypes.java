package io.voltledger.node.event;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.PayloadDescription;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Finds out what an event's payload is, without reading the payload. */
final class PayloadTypes {

    private PayloadTypes() {}

    static PayloadDescription of(byte[] event) {
        try {
            var in = CodedInputStream.newInstance(event);
            for (var tag = in.readTag(); tag != 0; tag = in.readTag()) {
                if (WireFormat.getTagFieldNumber(tag) == Event.PAYLOAD_FIELD_NUMBER) {
                    in.pushLimit(in.readRawVarint32());
                    return describe(in);
                }
                in.skipField(tag);
            }
            return PayloadDescription.getDefaultInstance();
        } catch (IOException e) {
            throw new UncheckedIOException("Malformed event", e);
        }
    }

    private static PayloadDescription describe(CodedInputStream in) throws IOException {
        var description = PayloadDescription.newBuilder();
        for (var tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case SerializedObject.TYPE_FIELD_NUMBER -> description.setType(in.readString());
                case SerializedObject.REVISION_FIELD_NUMBER -> description.setRevision(in.readString());
                default -> in.skipField(tag);
            }
        }
        return description.build();
    }
}
