package io.voltledger.node;

import io.voltledger.node.http.Problem;
import io.voltledger.node.http.Request;
import io.voltledger.node.http.Response;
import io.voltledger.node.http.Routes;
import java.util.Map;
import java.util.regex.Pattern;

/** Lists, creates and deletes contexts, under the paths that Axon Server has for it. */
final class ContextRoutes implements Routes.Source {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

    private final Contexts contexts;

    ContextRoutes(Contexts contexts) {
        this.contexts = contexts;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/v1/public/context", request -> list())
                .add("POST", "/v1/context", this::create)
                .add("POST", "/v1/context/init", request -> initialise())
                .add("DELETE", "/v1/context/{name}", this::delete)
                .add("DELETE", "/v1/devmode/purge-events", this::purge);
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    private Response list() {
        var names = contexts.all().stream().map(NodeContext::name).sorted();
        return Response.json(200, names.map(name -> Map.of("context", name)).toList());
    }

    private Response create(Request request) {
        var body = request.json();
        var name = body.path("context").asText();
        if (!isName(name)) {
            throw Problem.invalid("\"context\" must be a name of letters, digits, _ and -, at most 100, not " + name);
        }
        if (body.path("dcbContext").asBoolean()) {
            var detail = "This node has no contexts with dynamic consistency boundaries";
            throw new Problem(501, "dcb-unsupported", "Not supported", detail);
        }
        if (!contexts.create(name)) {
            throw new Problem(409, "context-exists", "Context exists", "There is a context " + name + " already");
        }
        return Response.json(202, Map.of("context", name)).with("Location", "/v1/context/" + name);
    }

    /** Prepares a new server: the contexts that a fresh Axon Server has. There is nothing to be done where they are. */
    private Response initialise() {
        contexts.create(Contexts.ADMIN);
        contexts.create(Contexts.DEFAULT);
        return Response.json(202, Map.of());
    }

    private Response delete(Request request) {
        var name = request.variable("name");
        if (name.equals(Contexts.ADMIN)) {
            var detail = "The context " + name + " belongs to the node";
            throw new Problem(409, "context-protected", "Context is protected", detail);
        }
        if (!contexts.delete(name)) {
            throw unknown(name);
        }
        return Response.json(202, Map.of("context", name));
    }

    /** Empties a context by deleting it and making it anew; its clients have to connect again. */
    private Response purge(Request request) {
        var name = request.parameter("targetContext").orElse(Contexts.DEFAULT);
        if (!contexts.delete(name)) {
            throw unknown(name);
        }
        contexts.create(name);
        return Response.json(200, Map.of("context", name));
    }

    private static Problem unknown(String name) {
        return Problem.notFound("unknown-context", "There is no context " + name);
    }
}
