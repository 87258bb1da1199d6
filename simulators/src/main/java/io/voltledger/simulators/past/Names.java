package io.voltledger.simulators.past;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.axoniq.axonserver.grpc.event.Event;
import io.voltledger.simulators.past.PastSession.Mark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What names the pattern's session, as its events tell, and what names a past session instead.
 *
 * @param parts for each name
 * @param series of its bill's number: an issuer and a year, such as {@code VL-2026}
 * @param number of its bill in the series
 */
record Names(Map<String, List<Part>> parts, String series, long number) {

    private static final int YEAR = 4;
    private static final int PRINTED_DIGITS = 8;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param stations what past stations are called, with a number behind; so their tokens, and their members */
    record Prefixes(String stations, String tokens, String members) {}

    static Names of(PatternCharge charge, Prefixes prefixes, List<Event> events) {
        Map<String, List<Part>> parts = new HashMap<>();
        Part transaction = new Part.Numbered(Mark.TRANSACTION, 0);
        parts.put(charge.station(), named(prefixes.stations(), Mark.STATION));
        parts.put(charge.token(), named(prefixes.tokens(), Mark.DRIVER));
        parts.put(charge.member(), named(prefixes.members(), Mark.DRIVER));
        parts.put(charge.transaction(), List.of(transaction));
        List<JsonNode> payloads = events.stream().map(Names::json).toList();
        put(parts, payloads, "order", Mark.NUMBER);
        put(parts, payloads, "providerKey", Mark.NUMBER);
        put(parts, payloads, "method", Mark.DRIVER);
        JsonNode numbered = payloads.stream()
                .filter(payload -> payload.has("series") && payload.has("number"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The bill of " + charge.session() + " has no number"));
        String series = numbered.path("series").asText();
        long number = numbered.path("number").asLong();
        Part next = new Part.Numbered(Mark.NUMBER, 0);
        parts.put(series, List.of(new Part.Literal(yearBefore(series))));
        parts.put("\"number\":" + number, List.of(new Part.Literal("\"number\":"), next));
        parts.put(
                "%s-%08d".formatted(series, number),
                List.of(new Part.Literal(yearBefore(series) + "-"), new Part.Numbered(Mark.NUMBER, PRINTED_DIGITS)));
        return new Names(parts, series, number);
    }

    /** The year of past bills: the one before. */
    int year() {
        return Integer.parseInt(series.substring(series.length() - YEAR)) - 1;
    }

    private static String yearBefore(String series) {
        int year = series.length() - YEAR;
        return series.substring(0, year) + (Integer.parseInt(series.substring(year)) - 1);
    }

    private static List<Part> named(String prefix, Mark mark) {
        return List.of(new Part.Literal(prefix), new Part.Numbered(mark, 0));
    }

    private static void put(Map<String, List<Part>> parts, List<JsonNode> payloads, String field, Mark mark) {
        payloads.stream()
                .map(payload -> payload.path(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .forEach(value -> parts.put(value, List.of(new Part.Code(value, mark))));
    }

    private static JsonNode json(Event event) {
        try {
            return JSON.readTree(event.getPayload().getData().toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "An event of the charge is not JSON: " + event.getPayload().getType(), e);
        }
    }
}
