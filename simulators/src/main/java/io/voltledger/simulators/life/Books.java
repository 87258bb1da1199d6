package io.voltledger.simulators.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What the platform says of sessions and bills, read from its REST API as an operator would. */
final class Books {

    private static final int OK = 200;
    private static final BigDecimal WATT_HOURS_A_KILOWATT_HOUR = BigDecimal.valueOf(1000);

    private final URI api;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    Books(URI api) {
        this.api = api;
    }

    /** A session: its state, and the energy in Wh. */
    record Session(String state, BigDecimal energy) {}

    /** A bill: its state, and the energy on its lines in Wh. */
    record Bill(String state, BigDecimal energy) {}

    /** All sessions of a station, by id. */
    Map<String, Session> sessionsOf(String station) {
        Map<String, Session> sessions = new HashMap<>();
        each(
                "/api/sessions?station=" + encoded(station),
                item -> sessions.put(
                        item.path("id").asText(),
                        new Session(
                                item.path("state").asText(), item.path("energy").decimalValue())));
        return sessions;
    }

    /** All bills of a member, by the id of their session. */
    Map<String, Bill> billsOf(String member) {
        Map<String, Bill> bills = new HashMap<>();
        each(
                "/api/bills?member=" + encoded(member),
                item -> bills.put(
                        item.path("session").asText(),
                        new Bill(item.path("state").asText(), energyOn(item))));
        return bills;
    }

    private static BigDecimal energyOn(JsonNode bill) {
        BigDecimal energy = BigDecimal.ZERO;
        for (JsonNode line : bill.path("lines")) {
            if (line.path("kind").asText().equals("ENERGY")) {
                energy = energy.add(new BigDecimal(line.path("quantity").asText()));
            }
        }
        return energy.multiply(WATT_HOURS_A_KILOWATT_HOUR);
    }

    private void each(String list, Consumer<JsonNode> item) {
        String cursor = null;
        do {
            JsonNode page = get(list + "&limit=200" + (cursor == null ? "" : "&cursor=" + encoded(cursor)));
            page.path("items").forEach(item);
            cursor = page.path("next").textValue();
        } while (cursor != null);
    }

    private JsonNode get(String path) {
        try {
            var answer = http.send(HttpRequest.newBuilder(api.resolve(path)).build(), BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException(
                        "GET " + path + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("GET " + path + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading the books", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
