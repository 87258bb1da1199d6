package io.voltledger.node.transfer;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One end of a copy: a context of a server, over the official connector. */
public final class CopyEnd implements AutoCloseable {

    private static final int LARGEST_MESSAGE = 64 << 20;
    private static final long PATIENCE_SECONDS = 60;

    /**
     * How to get there.
     *
     * @param token for access, empty where there is no access control
     * @param tls whether the connection is encrypted
     * @param authorities PEM file with the authorities that the server's certificate is of; null for those of the JDK
     */
    public record Place(
            String host,
            int port,
            String context,
            String token,
            boolean tls,
            @Nullable Path authorities) {

        @Override
        public String toString() {
            return "context %s of %s:%d".formatted(context, host, port);
        }
    }

    private final Place place;
    private final AxonServerConnectionFactory factory;
    private final AxonServerConnection connection;

    private CopyEnd(Place place, AxonServerConnectionFactory factory) {
        this.place = place;
        this.factory = factory;
        connection = factory.connect(place.context());
    }

    /** Connects; throws a {@link TransferException} when there is no such context, or it must not be used. */
    static CopyEnd connect(Place place) {
        var builder = AxonServerConnectionFactory.forClient("voltledger-copy")
                .routingServers(new ServerAddress(place.host(), place.port()))
                .connectTimeout(10, TimeUnit.SECONDS)
                .maxInboundMessageSize(LARGEST_MESSAGE)
                .forceReconnectViaRoutingServers(true);
        if (!place.token().isEmpty()) {
            builder.token(place.token());
        }
        if (place.tls()) {
            builder.useTransportSecurity(trust(place));
        }
        var end = new CopyEnd(place, builder.build());
        try {
            end.lastToken();
            return end;
        } catch (TransferException e) {
            end.close();
            throw e;
        }
    }

    private static SslContext trust(Place place) {
        try {
            var context = GrpcSslContexts.forClient();
            if (place.authorities() != null) {
                context.trustManager(place.authorities().toFile());
            }
            return context.build();
        } catch (SSLException | IllegalArgumentException e) {
            throw new TransferException("The authorities in %s cannot be read".formatted(place.authorities()), e);
        }
    }

    EventChannel events() {
        return connection.eventChannel();
    }

    long lastToken() {
        return answer(events().getLastToken());
    }

    /** Waits for an answer; a failure becomes a {@link TransferException}. */
    <T> T answer(java.util.concurrent.CompletableFuture<T> answer) {
        try {
            return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw failed(e.getCause() == null ? e : e.getCause());
        }
    }

    TransferException failed(Throwable cause) {
        if (Status.fromThrowable(cause).getCode() == Status.Code.UNAVAILABLE) {
            var text = "%s cannot be reached, or does not know the access token: %s";
            return new TransferException(text.formatted(place, cause.getMessage()), cause);
        }
        return new TransferException("%s: %s".formatted(place, cause.getMessage()), cause);
    }

    @Override
    public String toString() {
        return place.toString();
    }

    @Override
    public void close() {
        factory.shutdown();
    }
}
