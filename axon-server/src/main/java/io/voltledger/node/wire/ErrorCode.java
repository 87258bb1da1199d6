package io.voltledger.node.wire;

import io.axoniq.axonserver.grpc.ErrorMessage;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** The public API's error codes that this node gives, each with the gRPC status that goes with it. */
public enum ErrorCode {
    INVALID_QUERY("AXONIQ-0001", Status.Code.INVALID_ARGUMENT),
    INVALID_TOKEN("AXONIQ-1000", Status.Code.PERMISSION_DENIED),
    NOT_ALLOWED("AXONIQ-1001", Status.Code.PERMISSION_DENIED),
    UNSUPPORTED_INSTRUCTION("AXONIQ-1002", Status.Code.INVALID_ARGUMENT),
    INSTRUCTION_FAILED("AXONIQ-1004", Status.Code.INTERNAL),
    INSTRUCTION_TIMEOUT("AXONIQ-1004", Status.Code.DEADLINE_EXCEEDED),
    UNKNOWN_CONTEXT("AXONIQ-1302", Status.Code.NOT_FOUND),
    TOO_MANY_REQUESTS("AXONIQ-1900", Status.Code.RESOURCE_EXHAUSTED),
    INVALID_SEQUENCE("AXONIQ-2000", Status.Code.OUT_OF_RANGE),
    INVALID_PAYLOAD("AXONIQ-2001", Status.Code.INVALID_ARGUMENT),
    UNKNOWN_PROCESSOR("AXONIQ-2800", Status.Code.NOT_FOUND),
    UNKNOWN_TARGET("AXONIQ-2801", Status.Code.NOT_FOUND),
    NO_FREE_THREAD("AXONIQ-2802", Status.Code.FAILED_PRECONDITION),
    NO_COMMAND_HANDLER("AXONIQ-4000", Status.Code.UNAVAILABLE),
    HANDLER_GONE("AXONIQ-4001", Status.Code.UNAVAILABLE),
    DUPLICATE_COMMAND("AXONIQ-4005", Status.Code.ALREADY_EXISTS),
    NO_QUERY_HANDLER("AXONIQ-5000", Status.Code.UNAVAILABLE),
    DUPLICATE_QUERY("AXONIQ-5002", Status.Code.ALREADY_EXISTS),
    STORE_READ("AXONIQ-9000", Status.Code.INTERNAL),
    STORE_WRITE("AXONIQ-9100", Status.Code.INTERNAL),
    STORE_FULL("AXONIQ-9100", Status.Code.RESOURCE_EXHAUSTED),
    STORE_CLOSED("AXONIQ-9900", Status.Code.UNAVAILABLE);

    static final Metadata.Key<String> TRAILER = Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private final String code;
    private final Status.Code status;

    ErrorCode(String code, Status.Code status) {
        this.code = code;
        this.status = status;
    }

    public String code() {
        return code;
    }

    /** A failed call: status, "[code] text" and the code as trailer. */
    public StatusRuntimeException failure(String text) {
        var trailers = new Metadata();
        trailers.put(TRAILER, code);
        return status.toStatus().withDescription("[" + code + "] " + text).asRuntimeException(trailers);
    }

    /** A failure that travels inside a response. */
    public ErrorMessage message(String text) {
        return ErrorMessage.newBuilder()
                .setErrorCode(code)
                .setMessage(text)
                .setLocation("voltledger-node")
                .build();
    }
}
