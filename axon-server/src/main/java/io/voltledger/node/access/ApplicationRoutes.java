package io.voltledger.node.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.node.http.Problem;
import io.voltledger.node.http.Request;
import io.voltledger.node.http.Response;
import io.voltledger.node.http.Routes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Administers applications, under the paths and with the names that Axon Server has for it. Each change is effective at once, also for open streams. The
 * first application is made on a stopped node: making it here would shut everybody else out.
 */
public final class ApplicationRoutes implements Routes.Source {

    private static final String ONE = "/v1/applications/{name}";

    private final AccessControl control;

    public ApplicationRoutes(AccessControl control) {
        this.control = control;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/v1/applications", request -> list())
                .get("/v1/public/applications", request -> list())
                .add("POST", "/v1/applications", this::add)
                .add("PUT", ONE, this::change)
                .add("DELETE", ONE, this::remove)
                .add("POST", ONE + "/renew", this::renew);
    }

    private Response list() {
        var all = control.applications().list();
        return Response.json(200, all.stream().map(ApplicationRoutes::view).toList());
    }

    private Response add(Request request) {
        requireControl();
        var body = request.json();
        var name = body.path("name").asText();
        if (control.applications().has(name)) {
            throw new Problem(409, "application-exists", "Application exists", "There is an application " + name);
        }
        var wanted = body.path("token").asText();
        var issued = valid(() -> control.applications()
                .add(name, body.path("description").asText(), grants(body), wanted.isEmpty() ? null : wanted));
        return show(201, issued).with("Location", "/v1/applications/" + name);
    }

    private Response change(Request request) {
        var body = request.json();
        var name = request.variable("name");
        var changed = valid(() ->
                control.applications().change(name, body.path("description").asText(), grants(body)));
        return Response.json(200, view(changed.orElseThrow(() -> unknown(name))));
    }

    private Response renew(Request request) {
        var name = request.variable("name");
        return show(200, control.applications().renew(name).orElseThrow(() -> unknown(name)));
    }

    private Response remove(Request request) {
        var name = request.variable("name");
        if (!control.applications().remove(name)) {
            throw unknown(name);
        }
        return Response.json(200, Map.of("name", name));
    }

    private void requireControl() {
        if (!control.isOn()) {
            var detail = "Access control is off. Stop the node, make the first application with ./run node application"
                    + " add and start it again";
            throw new Problem(409, "access-control-off", "Access control is off", detail);
        }
    }

    private static Problem unknown(String name) {
        return Problem.notFound("unknown-application", "There is no application " + name);
    }

    private static <T> T valid(java.util.function.Supplier<T> action) {
        try {
            return action.get();
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(String.valueOf(e.getMessage()));
        }
    }

    private static List<Grant> grants(JsonNode body) {
        var grants = new ArrayList<Grant>();
        for (var entry : body.path("roles")) {
            if (entry.isTextual()) {
                grants.add(Grant.parse(entry.asText()));
            } else {
                var context = entry.path("context").asText();
                entry.path("roles").forEach(role -> grants.add(new Grant(Grant.role(role.asText()), context)));
            }
        }
        return grants;
    }

    private static Response show(int status, Applications.Issued issued) {
        var body = view(issued.application());
        body.put("token", issued.token());
        return Response.json(status, body).with("Cache-Control", "no-store");
    }

    private static Map<String, @Nullable Object> view(Application application) {
        var roles = application.grants().stream()
                .collect(groupingBy(
                        Grant::context,
                        TreeMap::new,
                        mapping(grant -> grant.role().name(), toList())));
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("name", application.name());
        view.put("description", application.description());
        view.put(
                "roles",
                roles.entrySet().stream()
                        .map(entry -> Map.of("context", entry.getKey(), "roles", entry.getValue()))
                        .toList());
        view.put("created", application.created().toString());
        view.put("renewed", application.renewed().toString());
        return view;
    }
}
