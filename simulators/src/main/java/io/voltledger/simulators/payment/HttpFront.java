package io.voltledger.simulators.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads requests, checks the caller's key, writes answers, and keeps silent where the answer is silence. */
final class HttpFront implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
    private static final int MAX_BODY = 1 << 20;

    private final TossApi toss;
    private final AdminApi admin;
    private final PaymentJson json;
    private final ObjectMapper mapper;
    private final String credentials;
    private final Duration silence;
    private final CountDownLatch closing = new CountDownLatch(1);

    HttpFront(TossApi toss, AdminApi admin, ObjectMapper mapper, ProviderSettings settings) {
        this.toss = toss;
        this.admin = admin;
        this.json = new PaymentJson(mapper);
        this.mapper = mapper;
        this.credentials = "Basic "
                + Base64.getEncoder().encodeToString((settings.secretKey() + ":").getBytes(StandardCharsets.UTF_8));
        this.silence = settings.silence();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            if (answer.status() == Answer.NO_ANSWER) {
                keepSilent();
                return;
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json;charset=utf-8");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (RuntimeException e) {
            LOG.error("Cannot answer {} {}", exchange.getRequestMethod(), exchange.getRequestURI(), e);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        Call call;
        try {
            call = read(exchange);
        } catch (JsonProcessingException e) {
            return json.error(400, "INVALID_REQUEST");
        }
        if (call.segment(0).equals("simulator")) {
            return admin.handle(call);
        }
        return call.authorization().equals(credentials) ? toss.handle(call) : json.error(401, "UNAUTHORIZED_KEY");
    }

    private Call read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
        JsonNode parsed = body.length == 0 ? mapper.createObjectNode() : mapper.readTree(body);
        String path = exchange.getRequestURI().getPath();
        List<String> segments =
                Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
        return new Call(
                exchange.getRequestMethod(),
                path,
                segments,
                parameters(exchange.getRequestURI().getRawQuery()),
                header(exchange, "Idempotency-Key"),
                header(exchange, "Authorization"),
                parsed);
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
        }
        return parameters;
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private void keepSilent() {
        try {
            boolean closed = closing.await(silence.toMillis(), TimeUnit.MILLISECONDS);
            LOG.debug("Left a caller without an answer{}", closed ? " at shutdown" : "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        closing.countDown();
    }
}
