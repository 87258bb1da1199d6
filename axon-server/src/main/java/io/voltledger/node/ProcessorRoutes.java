package io.voltledger.node;

import io.grpc.StatusRuntimeException;
import io.voltledger.node.http.Problem;
import io.voltledger.node.http.Request;
import io.voltledger.node.http.Response;
import io.voltledger.node.http.Routes;
import io.voltledger.node.processor.Processor;
import io.voltledger.node.processor.ProcessorContext;
import io.voltledger.node.processor.ProcessorKey;
import io.voltledger.node.processor.Steering;
import io.voltledger.node.processor.Strategy;
import io.voltledger.node.wire.Failures;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Shows and steers event processors, under the paths that Axon Server has for it. The parameters {@code context} and {@code tokenStoreIdentifier} choose
 * among processors of one name; without them an operation is for all of these.
 */
final class ProcessorRoutes implements Routes.Source {

    private static final String PROCESSORS = "/v1/components/{component}/processors";
    private static final String PROCESSOR = PROCESSORS + "/{processor}";

    /** A processor and the context that it runs in. */
    private record Found(ProcessorContext context, Processor processor) {}

    private final Contexts contexts;

    ProcessorRoutes(Contexts contexts) {
        this.contexts = contexts;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/v1/components", this::components)
                .get(PROCESSORS, this::processors)
                .get("/v1/processors/loadbalance/strategies", request -> strategies())
                .add("PATCH", PROCESSOR + "/pause", request -> steer(request, Steering::pause))
                .add("PATCH", PROCESSOR + "/start", request -> steer(request, Steering::start))
                .add("PATCH", PROCESSOR + "/segments/split", request -> steer(request, Steering::split))
                .add("PATCH", PROCESSOR + "/segments/merge", request -> steer(request, Steering::merge))
                .add("PATCH", PROCESSOR + "/segments/{segment}/move", this::move)
                .add("PATCH", PROCESSOR + "/loadbalance", this::balance)
                .add("PUT", PROCESSOR + "/autoloadbalance", this::keepBalanced);
    }

    private Response components(Request request) {
        var components = contexts(request).stream()
                .flatMap(context -> ProcessorViews.components(context).stream())
                .toList();
        return Response.json(200, components);
    }

    private Response processors(Request request) {
        var component = request.variable("component");
        var views = contexts(request).stream()
                .map(NodeContext::processors)
                .flatMap(context -> context.processors().all().stream()
                        .filter(processor -> processor.runsIn(component))
                        .map(processor -> ProcessorViews.of(processor, context)))
                .toList();
        return Response.json(200, views);
    }

    private static Response strategies() {
        return Response.json(
                200,
                Arrays.stream(Strategy.values())
                        .map(strategy -> Map.of("name", strategy.id(), "label", strategy.label()))
                        .toList());
    }

    private Response move(Request request) {
        var segment = number(request.variable("segment"));
        var target = request.parameter("target").orElseThrow(() -> Problem.invalid("There is no parameter target"));
        return operate(request, found -> {
            var known = found.processor().instances().stream()
                    .anyMatch(instance -> instance.client().clientId().equals(target));
            var steering = new Steering(found.processor());
            return known ? steering.move(segment, target) : steering.release(segment, target);
        });
    }

    private static int number(String segment) {
        try {
            return Integer.parseInt(segment);
        } catch (NumberFormatException e) {
            throw Problem.invalid("A segment is a number, not " + segment);
        }
    }

    private Response balance(Request request) {
        var strategy = strategy(request);
        return operate(
                request,
                found -> found.context().balancer().balance(found.processor().key(), strategy));
    }

    private Response keepBalanced(Request request) {
        var strategy = strategy(request);
        return operate(
                request,
                found -> found.context().balancer().keep(found.processor().key(), strategy));
    }

    private static Strategy strategy(Request request) {
        var name = request.parameter("strategy").orElse("");
        return Strategy.of(name).orElseThrow(() -> Problem.invalid("There is no balancing strategy " + name));
    }

    private Response steer(Request request, Function<Steering, CompletableFuture<Void>> operation) {
        return operate(request, found -> operation.apply(new Steering(found.processor())));
    }

    private Response operate(Request request, Function<Found, CompletableFuture<Void>> operation) {
        var outcomes = find(request).stream().map(operation).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(outcomes).join();
            return Response.json(200, Map.of("result", "SUCCESS"));
        } catch (CompletionException e) {
            return failed(Failures.toStatus(e));
        }
    }

    /** An application that goes or is silent after it was told has at least been told: the outcome is open. */
    private static Response failed(StatusRuntimeException failure) {
        var text = String.valueOf(failure.getStatus().getDescription());
        return switch (failure.getStatus().getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED -> Response.json(200, Map.of("result", "ACCEPTED", "detail", text));
            case FAILED_PRECONDITION -> throw new Problem(409, "no-free-thread", "No free thread", text);
            case NOT_FOUND -> throw Problem.notFound("unknown-target", text);
            case INTERNAL -> throw new Problem(502, "instruction-failed", "The application could not do it", text);
            default -> throw failure;
        };
    }

    private List<Found> find(Request request) {
        var component = request.variable("component");
        var name = request.variable("processor");
        var tokenStore = request.parameter("tokenStoreIdentifier");
        var found = contexts(request).stream()
                .map(NodeContext::processors)
                .flatMap(context -> context.processors().all().stream()
                        .filter(processor -> processor.runsIn(component))
                        .filter(processor -> matches(processor.key(), name, tokenStore.orElse(null)))
                        .map(processor -> new Found(context, processor)))
                .toList();
        if (found.isEmpty()) {
            throw Problem.notFound("unknown-processor", "No application runs " + name + " of " + component);
        }
        return found;
    }

    private static boolean matches(
            ProcessorKey key, String name, @org.jspecify.annotations.Nullable String tokenStore) {
        return key.name().equals(name)
                && (tokenStore == null || key.tokenStore().equals(tokenStore));
    }

    private List<NodeContext> contexts(Request request) {
        return request.parameter("context")
                .map(name -> contexts.find(name).stream().toList())
                .orElseGet(() -> List.copyOf(contexts.all()));
    }
}
