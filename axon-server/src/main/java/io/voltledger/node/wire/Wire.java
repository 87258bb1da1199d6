package io.voltledger.node.wire;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** Marshallers for messages that the node passes on without taking them apart. */
public final class Wire {

    private Wire() {}

    /** A method of the public API with other marshallers than the generated ones. */
    public static <Q, R> MethodDescriptor<Q, R> method(
            MethodDescriptor<?, ?> generated, Marshaller<Q> requests, Marshaller<R> responses) {
        return MethodDescriptor.<Q, R>newBuilder()
                .setType(generated.getType())
                .setFullMethodName(generated.getFullMethodName())
                .setRequestMarshaller(requests)
                .setResponseMarshaller(responses)
                .build();
    }

    /** Reads messages from their bytes. */
    public static <T> Marshaller<T> reader(Function<byte[], T> parse) {
        return new Marshaller<>() {
            @Override
            public InputStream stream(T value) {
                throw new UnsupportedOperationException("Such messages are only received");
            }

            @Override
            public T parse(InputStream stream) {
                return parse.apply(bytes(stream));
            }
        };
    }

    /** Writes messages that know their bytes. */
    public static <T> Marshaller<T> writer(Function<T, WireBytes> format) {
        return new Marshaller<>() {
            @Override
            public InputStream stream(T value) {
                return new WireStream(format.apply(value));
            }

            @Override
            public T parse(InputStream stream) {
                throw new UnsupportedOperationException("Such messages are only sent");
            }
        };
    }

    /** What stands before an embedded message of a size: its tag and its length. */
    public static byte[] prefix(int field, int length) {
        var prefix =
                new byte[CodedOutputStream.computeTagSize(field) + CodedOutputStream.computeUInt32SizeNoTag(length)];
        try {
            var out = CodedOutputStream.newInstance(prefix);
            out.writeTag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
            out.writeUInt32NoTag(length);
            return prefix;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(InputStream stream) {
        try {
            var bytes = new byte[stream.available()];
            var read = stream.readNBytes(bytes, 0, bytes.length);
            return read == bytes.length && stream.available() == 0 ? bytes : append(bytes, read, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] append(byte[] start, int length, InputStream stream) throws IOException {
        var rest = stream.readAllBytes();
        var all = java.util.Arrays.copyOf(start, length + rest.length);
        System.arraycopy(rest, 0, all, length, rest.length);
        return all;
    }
}
