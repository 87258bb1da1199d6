package io.voltledger.node.command;

import static io.axoniq.axonserver.grpc.command.CommandServiceGrpc.SERVICE_NAME;
import static io.axoniq.axonserver.grpc.command.CommandServiceGrpc.getDispatchMethod;
import static io.axoniq.axonserver.grpc.command.CommandServiceGrpc.getOpenStreamMethod;

import io.grpc.BindableService;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.voltledger.node.wire.Streams;
import io.voltledger.node.wire.Wire;
import java.util.function.Supplier;

/** The command service of the public API. */
public final class CommandService implements BindableService {

    private final Supplier<CommandRouter> routers;
    private final Supplier<Streams> streams;

    /** The supplier knows the router of the current call's context. */
    public CommandService(Supplier<CommandRouter> routers, Supplier<Streams> streams) {
        this.routers = routers;
        this.streams = streams;
    }

    @Override
    public ServerServiceDefinition bindService() {
        var dispatch = Wire.method(getDispatchMethod(), Wire.reader(RoutedCommand::parse), Wire.writer(Reply::toWire));
        var open = Wire.method(
                getOpenStreamMethod(), Wire.reader(HandlerOutbound::parse), Wire.writer(HandlerInbound::toWire));
        return ServerServiceDefinition.builder(SERVICE_NAME)
                .addMethod(dispatch, ServerCalls.asyncUnaryCall(this::dispatch))
                .addMethod(open, ServerCalls.asyncBidiStreamingCall(this::open))
                .build();
    }

    private void dispatch(RoutedCommand command, StreamObserver<Reply> dispatcher) {
        routers.get().dispatch(command, reply -> {
            dispatcher.onNext(reply);
            dispatcher.onCompleted();
        });
    }

    private StreamObserver<HandlerOutbound> open(StreamObserver<HandlerInbound> outbound) {
        return new CommandHandlerStream(routers.get(), streams.get().register(outbound));
    }
}
