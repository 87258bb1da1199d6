package io.voltledger.node;

import io.voltledger.node.http.Problem;
import io.voltledger.node.http.Request;
import io.voltledger.node.http.Response;
import io.voltledger.node.http.Routes;
import io.voltledger.node.platform.ProcessorOperations;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Steers event processors, under the paths that Axon Server has for it. */
final class ProcessorRoutes implements Routes.Source {

    private static final String PROCESSOR = "/v1/components/{component}/processors/{processor}/";

    /** An operation on one processor of one component. */
    private interface Operation {
        CompletableFuture<Boolean> of(ProcessorOperations processors, String component, String processor);
    }

    private final Contexts contexts;

    ProcessorRoutes(Contexts contexts) {
        this.contexts = contexts;
    }

    @Override
    public void addTo(Routes routes) {
        operation(routes, "pause", ProcessorOperations::pause);
        operation(routes, "start", ProcessorOperations::start);
        operation(routes, "segments/split", ProcessorOperations::split);
        operation(routes, "segments/merge", ProcessorOperations::merge);
    }

    private void operation(Routes routes, String path, Operation operation) {
        routes.add("PATCH", PROCESSOR + path, request -> operate(request, operation));
    }

    private Response operate(Request request, Operation operation) {
        var component = request.variable("component");
        var processor = request.variable("processor");
        var done = contexts.clients().stream()
                .anyMatch(clients -> operation
                        .of(new ProcessorOperations(clients), component, processor)
                        .join());
        if (!done) {
            throw Problem.notFound("unknown-processor", "No application runs " + processor + " of " + component);
        }
        return Response.json(200, Map.of());
    }
}
