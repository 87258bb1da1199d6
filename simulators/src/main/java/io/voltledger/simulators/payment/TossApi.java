package io.voltledger.simulators.payment;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The paths of Toss Payments (API version 2022-11-16) that the platform uses. One call at a time, as one ledger. */
final class TossApi {

    private final Books books;
    private final PaymentJson json;
    private final ObjectMapper mapper;
    private final Clock clock;

    TossApi(Books books, ObjectMapper mapper, Clock clock) {
        this.books = books;
        this.json = new PaymentJson(mapper);
        this.mapper = mapper;
        this.clock = clock;
    }

    Answer handle(Call call) {
        synchronized (books) {
            Answer answer = route(call);
            String subject = call.text("orderId").isEmpty() ? call.segment(2) : call.text("orderId");
            books.record(new BookEntry.Called(new ProviderCall(
                    call.method(), call.path(), call.idempotencyKey(), subject, answer.outcome(), clock.instant())));
            return answer;
        }
    }

    private Answer route(Call call) {
        String resource = call.segment(1);
        if (call.method().equals("GET") && resource.equals("transactions")) {
            return new Transactions(books, json, mapper).list(call);
        }
        if (call.method().equals("POST") && resource.equals("billing")) {
            return call.segment(2).equals("authorizations") ? once(call, this::issue) : charge(call);
        }
        if (call.method().equals("POST")
                && resource.equals("payments")
                && call.segment(3).equals("cancel")) {
            return once(call, this::cancel);
        }
        if (call.method().equals("GET") && resource.equals("payments")) {
            return found(
                    call.segment(2).equals("orders")
                            ? books.byOrder(call.segment(3))
                            : books.byPaymentKey(call.segment(2)));
        }
        return json.error(404, "NOT_FOUND");
    }

    private Answer issue(Call call) {
        if (call.text("authKey").isEmpty() || call.text("customerKey").isEmpty()) {
            return json.error(400, "INVALID_REQUEST");
        }
        if (call.text("authKey").startsWith("refuse")) {
            return json.error(400, "INVALID_CARD_NUMBER");
        }
        String billingKey = "bk_" + UUID.randomUUID();
        books.record(new BookEntry.Issued(billingKey, call.text("customerKey")));
        return new Answer(
                200,
                mapper.createObjectNode()
                        .put("mId", "simulator")
                        .put("customerKey", call.text("customerKey"))
                        .put("authenticatedAt", json.time(clock.instant()))
                        .put("method", "카드")
                        .put("billingKey", billingKey)
                        .put("cardCompany", "현대")
                        .put("cardNumber", "43301234****123*")
                        .toString());
    }

    private Answer charge(Call call) {
        Optional<Answer> before = books.answer(call.idempotencyKey());
        if (before.isPresent()) {
            return before.get();
        }
        Optional<Capture> captured = books.byOrder(call.text("orderId"));
        if (captured.isPresent()) {
            return captured.get().idempotencyKey().equals(call.idempotencyKey())
                    ? found(captured)
                    : json.error(400, "ALREADY_PROCESSED_PAYMENT");
        }
        long amount = call.body().path("amount").asLong();
        String customer = call.text("customerKey");
        if (amount <= 0 || !call.text("orderId").matches("[A-Za-z0-9_=-]{6,64}")) {
            return json.error(400, "INVALID_REQUEST");
        }
        if (!books.customer(call.segment(2)).equals(Optional.of(customer))) {
            return json.error(404, "NOT_FOUND_BILLING");
        }
        return act(call, books.next(call.text("orderId"), customer), amount);
    }

    private Answer act(Call call, ScriptedOutcome outcome, long amount) {
        Capture capture = new Capture(
                call.text("orderId"),
                call.text("orderName"),
                "pk_" + UUID.randomUUID(),
                call.text("customerKey"),
                amount,
                call.idempotencyKey(),
                clock.instant(),
                java.util.List.of());
        if (outcome.captures()) {
            books.record(new BookEntry.Captured(capture));
        }
        return switch (outcome.kind()) {
            case APPROVE -> kept(call, new Answer(200, json.payment(capture)));
            case DECLINE -> kept(call, json.error(400, outcome.code()));
            case CONFLICT -> json.error(409, "IDEMPOTENT_REQUEST_PROCESSING");
            case ERROR, ERROR_AFTER_CAPTURE -> json.error(500, "FAILED_INTERNAL_SYSTEM_PROCESSING");
            case TIMEOUT, TIMEOUT_AFTER_CAPTURE -> Answer.SILENCE;
            case UNAUTHORIZED -> json.error(401, "UNAUTHORIZED_KEY");
        };
    }

    private Answer cancel(Call call) {
        Optional<Capture> captured = books.byPaymentKey(call.segment(2));
        if (captured.isEmpty()) {
            return json.error(404, "NOT_FOUND_PAYMENT");
        }
        Capture capture = captured.get();
        if (capture.balance() == 0) {
            return json.error(400, "ALREADY_CANCELED_PAYMENT");
        }
        long amount = call.body().path("cancelAmount").asLong(capture.balance());
        if (amount <= 0 || amount > capture.balance()) {
            return json.error(403, "NOT_CANCELABLE_AMOUNT");
        }
        Instant now = clock.instant();
        books.record(new BookEntry.Cancelled(
                capture.paymentKey(), new Capture.Cancel(amount, call.text("cancelReason"), now)));
        return found(books.byPaymentKey(capture.paymentKey()));
    }

    private Answer once(Call call, java.util.function.Function<Call, Answer> action) {
        return books.answer(call.idempotencyKey()).orElseGet(() -> kept(call, action.apply(call)));
    }

    private Answer kept(Call call, Answer answer) {
        if (!call.idempotencyKey().isEmpty()) {
            books.record(new BookEntry.Answered(call.idempotencyKey(), answer.status(), answer.body()));
        }
        return answer;
    }

    private Answer found(Optional<Capture> capture) {
        return capture.map(found -> new Answer(200, json.payment(found)))
                .orElseGet(() -> json.error(404, "NOT_FOUND_PAYMENT"));
    }
}
