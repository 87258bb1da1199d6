package io.voltledger.node.processor;

import com.google.protobuf.Empty;
import io.axoniq.axonserver.grpc.Component;
import io.axoniq.axonserver.grpc.admin.AdminActionResult;
import io.axoniq.axonserver.grpc.admin.EventProcessor;
import io.axoniq.axonserver.grpc.admin.EventProcessorAdminServiceGrpc.EventProcessorAdminServiceImplBase;
import io.axoniq.axonserver.grpc.admin.EventProcessorIdentifier;
import io.axoniq.axonserver.grpc.admin.LoadBalanceRequest;
import io.axoniq.axonserver.grpc.admin.LoadBalancingStrategy;
import io.axoniq.axonserver.grpc.admin.MoveSegment;
import io.axoniq.axonserver.grpc.admin.Result;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.voltledger.node.wire.ErrorCode;
import io.voltledger.node.wire.Failures;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/** The event processor administration of the public API. */
public final class ProcessorAdminService extends EventProcessorAdminServiceImplBase {

    private final Function<String, ProcessorContext> contexts;

    /** The function finds the context that is named within a request, or the current call's where the name is empty; it throws where there is none. */
    public ProcessorAdminService(Function<String, ProcessorContext> contexts) {
        this.contexts = contexts;
    }

    @Override
    public void pauseEventProcessor(EventProcessorIdentifier which, StreamObserver<AdminActionResult> caller) {
        steer(which, Steering::pause, caller);
    }

    @Override
    public void startEventProcessor(EventProcessorIdentifier which, StreamObserver<AdminActionResult> caller) {
        steer(which, Steering::start, caller);
    }

    @Override
    public void splitEventProcessor(EventProcessorIdentifier which, StreamObserver<AdminActionResult> caller) {
        steer(which, Steering::split, caller);
    }

    @Override
    public void mergeEventProcessor(EventProcessorIdentifier which, StreamObserver<AdminActionResult> caller) {
        steer(which, Steering::merge, caller);
    }

    @Override
    public void moveEventProcessorSegment(MoveSegment move, StreamObserver<AdminActionResult> caller) {
        steer(move.getEventProcessor(), steering -> steering.move(move.getSegment(), move.getTargetClientId()), caller);
    }

    private void steer(
            EventProcessorIdentifier which,
            Function<Steering, CompletableFuture<Void>> operation,
            StreamObserver<AdminActionResult> caller) {
        answer(caller, () -> {
            var processor = contexts.apply(which.getContextName())
                    .processors()
                    .find(key(which))
                    .orElseThrow(() -> ErrorCode.UNKNOWN_PROCESSOR.failure("No connected application runs "
                            + which.getProcessorName() + " with token store " + which.getTokenStoreIdentifier()));
            return operation.apply(new Steering(processor)).thenRun(() -> caller.onNext(done()));
        });
    }

    private static AdminActionResult done() {
        return AdminActionResult.newBuilder().setResult(Result.SUCCESS).build();
    }

    @Override
    public void getAllEventProcessors(Empty nothing, StreamObserver<EventProcessor> caller) {
        list(processor -> true, caller);
    }

    @Override
    public void getEventProcessorsByComponent(Component component, StreamObserver<EventProcessor> caller) {
        list(processor -> processor.runsIn(component.getComponent()), caller);
    }

    private void list(Predicate<Processor> which, StreamObserver<EventProcessor> caller) {
        var context = contexts.apply("");
        context.processors().all().stream()
                .filter(which)
                .map(processor -> Descriptions.of(processor, context))
                .forEach(caller::onNext);
        caller.onCompleted();
    }

    @Override
    public void loadBalanceProcessor(LoadBalanceRequest request, StreamObserver<Empty> caller) {
        answer(caller, () -> balancer(request).balance(key(request.getProcessor()), strategy(request)));
    }

    @Override
    public void setAutoLoadBalanceStrategy(LoadBalanceRequest request, StreamObserver<Empty> caller) {
        answer(caller, () -> balancer(request).keep(key(request.getProcessor()), strategy(request)));
    }

    @Override
    public void getBalancingStrategies(Empty nothing, StreamObserver<LoadBalancingStrategy> caller) {
        Arrays.stream(Strategy.values())
                .map(strategy -> LoadBalancingStrategy.newBuilder()
                        .setStrategy(strategy.id())
                        .setLabel(strategy.label())
                        .build())
                .forEach(caller::onNext);
        caller.onCompleted();
    }

    private Balancer balancer(LoadBalanceRequest request) {
        return contexts.apply(request.getProcessor().getContextName()).balancer();
    }

    private static Strategy strategy(LoadBalanceRequest request) {
        return Strategy.of(request.getStrategy())
                .orElseThrow(() -> Status.INVALID_ARGUMENT
                        .withDescription("There is no balancing strategy " + request.getStrategy())
                        .asRuntimeException());
    }

    private static ProcessorKey key(EventProcessorIdentifier which) {
        return new ProcessorKey(which.getProcessorName(), which.getTokenStoreIdentifier());
    }

    /** Ends the call when the operation has its outcome. */
    private static void answer(
            StreamObserver<?> caller, java.util.function.Supplier<CompletableFuture<Void>> operation) {
        CompletableFuture.completedFuture(null)
                .thenCompose(start -> operation.get())
                .whenComplete((done, failure) -> {
                    if (failure == null) {
                        caller.onCompleted();
                    } else {
                        caller.onError(Failures.toStatus(failure));
                    }
                });
    }
}
