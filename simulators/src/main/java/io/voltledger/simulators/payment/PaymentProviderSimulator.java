package io.voltledger.simulators.payment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A running payment provider. Every call takes the next outcome of the script of its order, else of its customer, else
 * it is approved; an idempotency key that was answered gets the same answer again. What it wrote down survives a restart
 * where a data folder is given.
 */
public final class PaymentProviderSimulator implements AutoCloseable {

    private final HttpServer server;
    private final HttpFront front;
    private final Books books;
    private final ExecutorService threads;
    private final String host;

    private PaymentProviderSimulator(ProviderSettings settings) throws IOException {
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        host = settings.host();
        server = HttpServer.create(new InetSocketAddress(host, settings.port()), 0);
        books = new Books(journal(settings.data(), mapper));
        front = new HttpFront(
                new TossApi(books, mapper, Clock.systemUTC()),
                new AdminApi(books, mapper, Clock.systemUTC()),
                mapper,
                settings);
        threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", front);
    }

    /** Listens until it is closed. */
    public static PaymentProviderSimulator start(ProviderSettings settings) {
        try {
            PaymentProviderSimulator simulator = new PaymentProviderSimulator(settings);
            simulator.server.start();
            return simulator;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The payment provider cannot listen on " + settings.host() + ":" + settings.port(), e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI url() {
        return URI.create("http://" + host + ":" + port());
    }

    /** What the next calls come to, one each; replaces what was left of an earlier script. */
    public void script(String customerKeyOrOrderId, ScriptedOutcome... outcomes) {
        books.record(new BookEntry.Scripted(customerKeyOrOrderId, List.of(outcomes)));
    }

    /** Somebody gives money back in the provider's own console, or the cardholder's bank takes it. */
    public void cancelFromOutside(String orderId, long amount, String reason) {
        books.cancelFromOutside(orderId, new Capture.Cancel(amount, reason, Instant.now()));
    }

    /** Takes money that nobody asked for over the API. */
    public void captureFromOutside(String orderId, long amount) {
        books.record(new BookEntry.Captured(
                new Capture(orderId, "from outside", "pk_" + orderId, "nobody", amount, "", Instant.now(), List.of())));
    }

    /** Everything that was ever captured, in order, with what was cancelled of it. */
    public List<Capture> captures() {
        return books.captures();
    }

    /** Every call to the provider's API, in order. */
    public List<ProviderCall> calls() {
        return books.calls();
    }

    private static @Nullable Journal journal(@Nullable Path data, ObjectMapper mapper) {
        return data == null ? null : Journal.open(data, mapper);
    }

    @Override
    public void close() {
        front.close();
        server.stop(0);
        threads.shutdownNow();
        books.close();
    }
}
