package io.voltledger.node.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** All routes of the node's HTTP side. Each part of the node adds its own; where a fixed path and a pattern both match, the fixed path has it. */
public final class Routes {

    /** A part of the node that answers over HTTP. */
    @FunctionalInterface
    public interface Source {
        void addTo(Routes routes);
    }

    /** A route that a request has, and what the variables of its pattern stand for. */
    record Found(Route route, Map<String, String> variables) {}

    private final List<Route> routes = new ArrayList<>();

    public Routes with(Source part) {
        part.addTo(this);
        return this;
    }

    /** Adds a route that only reads; it answers HEAD as well. */
    public Routes get(String pattern, Handler handler) {
        return add("GET", pattern, handler);
    }

    /** Adds a route: a method in capitals and a pattern such as {@code /v1/context/{name}}. */
    public Routes add(String method, String pattern, Handler handler) {
        routes.add(new Route(method, pattern, handler));
        routes.sort(Comparator.comparingLong(Route::variables));
        return this;
    }

    Optional<Found> find(String method, List<String> path) {
        var asked = method.equals("HEAD") ? "GET" : method;
        return matching(path).entrySet().stream()
                .filter(match -> match.getKey().method().equals(asked))
                .map(match -> new Found(match.getKey(), match.getValue()))
                .findFirst();
    }

    /** The methods that a path has, in order; none when there is no such path. */
    List<String> methods(List<String> path) {
        var methods = new TreeSet<String>();
        matching(path).keySet().forEach(route -> methods.add(route.method()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return List.copyOf(methods);
    }

    private Map<Route, Map<String, String>> matching(List<String> path) {
        var matching = new LinkedHashMap<Route, Map<String, String>>();
        routes.forEach(route -> route.match(path).ifPresent(variables -> matching.put(route, variables)));
        return matching;
    }
}
