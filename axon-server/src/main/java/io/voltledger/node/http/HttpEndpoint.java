package io.voltledger.node.http;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.voltledger.node.tls.Tls;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The node's HTTP server, on the JDK's own. Each request has a virtual thread. */
public final class HttpEndpoint implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private HttpEndpoint(InetSocketAddress address, @Nullable Tls tls, Routes routes, Filter filter)
            throws IOException {
        server = tls == null ? HttpServer.create(address, 0) : secure(address, tls);
        server.setExecutor(threads);
        server.createContext("/", new Router(routes, filter));
    }

    private static HttpServer secure(InetSocketAddress address, Tls tls) throws IOException {
        var server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls.http()) {
            @Override
            public void configure(HttpsParameters parameters) {
                parameters.setSSLParameters(tls.parameters());
            }
        });
        return server;
    }

    /** Listens with TLS where there is any, otherwise in plain HTTP. */
    public static HttpEndpoint start(InetSocketAddress address, @Nullable Tls tls, Routes routes, Filter filter)
            throws IOException {
        var endpoint = new HttpEndpoint(address, tls, routes, filter);
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
