package io.voltledger.simulators.payment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Toss Payments' list of transactions: each approval and each cancel is one, with a key of its own. */
final class Transactions {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final int LARGEST_PAGE = 5000;

    private final Books books;
    private final PaymentJson json;
    private final ObjectMapper mapper;

    Transactions(Books books, PaymentJson json, ObjectMapper mapper) {
        this.books = books;
        this.json = json;
        this.mapper = mapper;
    }

    private record Transaction(String key, Capture capture, String status, long amount, Instant at) {}

    /** The days are inclusive of their last second. */
    Answer list(Call call) {
        Instant from;
        Instant until;
        int limit;
        try {
            from = time(call, "startDate");
            until = time(call, "endDate").plusSeconds(1);
            limit = Math.min(Integer.parseInt(call.query().getOrDefault("limit", "100")), LARGEST_PAGE);
        } catch (DateTimeException | NumberFormatException e) {
            return json.error(400, "INVALID_REQUEST");
        }
        String after = call.query().getOrDefault("startingAfter", "");
        List<Transaction> all = all().stream()
                .filter(one -> !one.at().isBefore(from) && one.at().isBefore(until))
                .toList();
        int start = after.isEmpty()
                ? 0
                : 1 + all.stream().map(Transaction::key).toList().indexOf(after);
        if (!after.isEmpty() && start == 0) {
            return json.error(400, "INVALID_TRANSACTION_KEY");
        }
        ArrayNode page = mapper.createArrayNode();
        all.stream()
                .skip(start)
                .limit(limit)
                .forEach(one -> page.addObject()
                        .put("mId", "simulator")
                        .put("transactionKey", one.key())
                        .put("paymentKey", one.capture().paymentKey())
                        .put("orderId", one.capture().orderId())
                        .put("method", "카드")
                        .put("customerKey", one.capture().customerKey())
                        .put("useEscrow", false)
                        .put("status", one.status())
                        .put("transactionAt", json.time(one.at()))
                        .put("currency", "KRW")
                        .put("amount", one.amount()));
        return new Answer(200, page.toString());
    }

    private List<Transaction> all() {
        List<Transaction> all = new ArrayList<>();
        for (Capture capture : books.captures()) {
            all.add(new Transaction(
                    "tx_" + capture.paymentKey() + "_0", capture, "DONE", capture.amount(), capture.approvedAt()));
            long left = capture.amount();
            int number = 1;
            for (Capture.Cancel cancel : capture.cancels()) {
                left -= cancel.amount();
                all.add(new Transaction(
                        "tx_" + capture.paymentKey() + "_" + number++,
                        capture,
                        left == 0 ? "CANCELED" : "PARTIAL_CANCELED",
                        cancel.amount(),
                        cancel.cancelledAt()));
            }
        }
        all.sort(Comparator.comparing(Transaction::at).thenComparing(Transaction::key));
        return all;
    }

    private static Instant time(Call call, String parameter) {
        return LocalDateTime.parse(call.query().getOrDefault(parameter, ""))
                .atZone(SEOUL)
                .toInstant();
    }
}
