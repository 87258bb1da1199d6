package io.voltledger.node.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.axoniq.axonserver.grpc.command.CommandServiceGrpc;
import io.grpc.Attributes;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.voltledger.node.wire.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdmittedCallTest {

    private final List<String> told = new ArrayList<>();
    private final Transport transport = new Transport();

    /** Reports a closed call complete at once, as a real one does when the thread that closes it is slow. */
    private final class Transport extends ServerCall<Command, CommandResponse> {
        private @Nullable Listener<Command> listener;

        @Override
        public void request(int messages) {}

        @Override
        public void sendHeaders(Metadata headers) {
            told.add("headers");
        }

        @Override
        public void sendMessage(CommandResponse message) {
            told.add("message");
        }

        @Override
        public void close(Status status, Metadata trailers) {
            told.add("closed " + status.getCode());
            if (listener != null) {
                listener.onComplete();
            }
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public Attributes getAttributes() {
            return Attributes.EMPTY;
        }

        @Override
        public MethodDescriptor<Command, CommandResponse> getMethodDescriptor() {
            return CommandServiceGrpc.getDispatchMethod();
        }
    }

    private ServerCall.Listener<Command> handler() {
        return new ServerCall.Listener<>() {
            @Override
            public void onCancel() {
                told.add("cancelled");
            }

            @Override
            public void onComplete() {
                told.add("completed");
            }
        };
    }

    private AdmittedCall<Command, CommandResponse> call() {
        return new AdmittedCall<>(transport, new Claim("token", Set.of(Role.USE_CONTEXT), "default"), gone -> {});
    }

    @Test
    void tellsItsHandlerThatItIsOverWhateverTheTransportSays() {
        var call = call();
        transport.listener = call.listener(handler());
        call.end(ErrorCode.INVALID_TOKEN.failure("removed"));
        call.end(ErrorCode.INVALID_TOKEN.failure("removed"));

        assertThat(told).containsExactly("cancelled", "closed PERMISSION_DENIED");
    }

    @Test
    void tellsAHandlerThatComesWhenItIsOverAlready() {
        var call = call();
        call.end(ErrorCode.INVALID_TOKEN.failure("removed"));
        transport.listener = call.listener(handler());

        assertThat(told).containsExactly("closed PERMISSION_DENIED", "cancelled");
    }

    @Test
    void sendsNothingWhenItIsOver() {
        var call = call();
        transport.listener = call.listener(handler());
        call.end(ErrorCode.INVALID_TOKEN.failure("removed"));
        told.clear();
        call.sendHeaders(new Metadata());
        call.sendMessage(CommandResponse.getDefaultInstance());
        call.close(Status.OK, new Metadata());

        assertThat(told).isEmpty();
    }
}
