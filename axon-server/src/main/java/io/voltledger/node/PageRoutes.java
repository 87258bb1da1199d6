package io.voltledger.node;

import io.voltledger.node.http.Response;
import io.voltledger.node.http.Routes;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The node's page: a few files of this jar. The browser may load nothing else, run no other script and show it in no frame. */
final class PageRoutes implements Routes.Source {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Override
    public void addTo(Routes routes) {
        file(routes, "/", "node.html", "text/html; charset=utf-8");
        file(routes, "/page/node.css", "node.css", "text/css; charset=utf-8");
        file(routes, "/page/node.js", "node.js", "text/javascript; charset=utf-8");
        file(routes, "/page/view.js", "view.js", "text/javascript; charset=utf-8");
        file(routes, "/page/icon.svg", "icon.svg", "image/svg+xml");
    }

    private static void file(Routes routes, String path, String name, String type) {
        var response = Response.of(200, type, read(name))
                .with("Content-Security-Policy", POLICY)
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer")
                .with("Cache-Control", "no-cache");
        routes.get(path, request -> response);
    }

    private static byte[] read(String name) {
        try (var in = PageRoutes.class.getResourceAsStream("page/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The page's file " + name + " is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The page's file " + name + " cannot be read", e);
        }
    }
}
