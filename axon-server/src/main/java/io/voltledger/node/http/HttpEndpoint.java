package io.voltledger.node.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The node's HTTP server, on the JDK's own. Each request has a virtual thread. */
public final class HttpEndpoint implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private HttpEndpoint(InetSocketAddress address, Routes routes, Filter filter) throws IOException {
        server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/", new Router(routes, filter));
    }

    public static HttpEndpoint start(InetSocketAddress address, Routes routes, Filter filter) throws IOException {
        var endpoint = new HttpEndpoint(address, routes, filter);
        endpoint.server.start();
        return endpoint;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
