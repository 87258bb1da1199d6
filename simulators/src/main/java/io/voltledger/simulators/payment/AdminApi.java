package io.voltledger.simulators.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * What a test or a demo tells the simulator and asks of it: {@code POST /simulator/scripts} {subject, outcomes},
 * {@code POST /simulator/cancels} {orderId, amount, reason}, {@code GET /simulator/captures[/{orderId}]}, {@code GET /simulator/calls}.
 */
final class AdminApi {

    private final Books books;
    private final ObjectMapper mapper;
    private final Clock clock;

    AdminApi(Books books, ObjectMapper mapper, Clock clock) {
        this.books = books;
        this.mapper = mapper;
        this.clock = clock;
    }

    Answer handle(Call call) {
        return switch (call.method() + " " + call.segment(1)) {
            case "POST scripts" -> script(call);
            case "GET captures" ->
                call.segment(2).isEmpty()
                        ? json(books.captures())
                        : json(books.byOrder(call.segment(2)).map(List::of).orElseGet(List::of));
            case "POST cancels" -> cancel(call);
            case "GET calls" -> json(books.calls());
            default -> new Answer(404, "{}");
        };
    }

    private Answer script(Call call) {
        String subject = call.text("subject");
        if (subject.isEmpty()) {
            return new Answer(400, "{\"message\":\"subject is missing: a customerKey or an orderId\"}");
        }
        List<ScriptedOutcome> outcomes = new ArrayList<>();
        for (JsonNode outcome : call.body().path("outcomes")) {
            try {
                outcomes.add(ScriptedOutcome.parse(outcome.asText()));
            } catch (IllegalArgumentException e) {
                return new Answer(
                        400,
                        mapper.createObjectNode()
                                .put("message", "unknown outcome: " + outcome.asText())
                                .toString());
            }
        }
        books.record(new BookEntry.Scripted(subject, outcomes));
        return new Answer(200, "{}");
    }

    /** Somebody gives money back without the platform. */
    private Answer cancel(Call call) {
        long amount = call.body().path("amount").asLong();
        if (books.byOrder(call.text("orderId"))
                .filter(capture -> amount > 0 && amount <= capture.balance())
                .isEmpty()) {
            return new Answer(400, "{\"message\":\"no such order, or its balance is less\"}");
        }
        books.cancelFromOutside(call.text("orderId"), new Capture.Cancel(amount, call.text("reason"), clock.instant()));
        return new Answer(200, "{}");
    }

    private Answer json(Object value) {
        try {
            return new Answer(200, mapper.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
