package io.voltledger.saga.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.voltledger.saga.SagaSettings.Provider;
import io.voltledger.saga.payment.ProviderOutcome.NotReached;
import io.voltledger.saga.payment.ProviderOutcome.Unknown;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;

/** Calls to Toss Payments: Basic authentication, idempotency keys, timeouts. */
final class TossHttp {

    private final HttpClient http;
    private final ObjectMapper mapper = new ObjectMapper();
    private final Provider settings;
    private final String credentials;

    TossHttp(Provider settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
        this.credentials = "Basic "
                + Base64.getEncoder().encodeToString((settings.secretKey() + ":").getBytes(StandardCharsets.UTF_8));
    }

    /** @param otherwise makes an answer of what kept us from one */
    <T> T post(
            String path,
            Map<String, Object> body,
            String idempotencyKey,
            Function<TossAnswer, T> meaning,
            Function<ProviderOutcome, T> otherwise) {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(
                        mapper.valueToTree(body).toString()))
                .build();
        return send(request, meaning, otherwise);
    }

    <T> T get(String path, Function<TossAnswer, T> meaning, Function<ProviderOutcome, T> otherwise) {
        return send(request(path).GET().build(), meaning, otherwise);
    }

    static String segment(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        String base = settings.baseUrl().toString().replaceAll("/+$", "");
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", credentials)
                .timeout(settings.readTimeout());
    }

    private <T> T send(HttpRequest request, Function<TossAnswer, T> meaning, Function<ProviderOutcome, T> otherwise) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return meaning.apply(new TossAnswer(response.statusCode(), read(response.body())));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return otherwise.apply(new NotReached(describe(e)));
        } catch (IOException e) {
            return otherwise.apply(new Unknown(describe(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise.apply(new Unknown("interrupted"));
        }
    }

    private JsonNode read(byte[] body) throws IOException {
        try {
            JsonNode read = mapper.readTree(body);
            return read == null ? mapper.createObjectNode() : read;
        } catch (JsonProcessingException e) {
            return mapper.createObjectNode();
        }
    }

    private static String describe(IOException failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
