package io.voltledger.saga.payment;

import com.fasterxml.jackson.databind.JsonNode;
import io.voltledger.api.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Toss Payments' list of transactions, page by page: each approval and each cancel is one of its own. */
final class TossTransactions {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final int PAGE = 1000;
    private static final Set<String> RETURNED = Set.of("CANCELED", "PARTIAL_CANCELED");
    private static final Set<String> NOTHING_MOVED =
            Set.of("READY", "IN_PROGRESS", "WAITING_FOR_DEPOSIT", "ABORTED", "EXPIRED");

    private final TossHttp http;

    TossTransactions(TossHttp http) {
        this.http = http;
    }

    TransactionList list(Instant from, Instant until) {
        List<ProviderTransaction> all = new ArrayList<>();
        String after = "";
        while (true) {
            TransactionList page = http.get(
                    "/v1/transactions?startDate=" + TossHttp.segment(local(from)) + "&endDate="
                            + TossHttp.segment(local(until)) + "&limit=" + PAGE
                            + (after.isEmpty() ? "" : "&startingAfter=" + TossHttp.segment(after)),
                    TossTransactions::page,
                    outcome -> new TransactionList.Unavailable(outcome.toString()));
            if (!(page instanceof TransactionList.Listed listed)) {
                return page;
            }
            all.addAll(listed.transactions());
            if (listed.transactions().size() < PAGE) {
                return new TransactionList.Listed(all.stream()
                        .filter(transaction -> transaction.amount().isPositive())
                        .toList());
            }
            after = listed.transactions().getLast().key();
        }
    }

    private static TransactionList page(TossAnswer answer) {
        if (answer.status() != 200 || !answer.body().isArray()) {
            return new TransactionList.Unavailable("HTTP " + answer.status() + " " + answer.code());
        }
        try {
            List<ProviderTransaction> transactions = new ArrayList<>();
            for (JsonNode node : answer.body()) {
                transactions.add(transaction(node));
            }
            return new TransactionList.Listed(transactions);
        } catch (DateTimeException | IllegalArgumentException e) {
            return new TransactionList.Unavailable("the list cannot be read: " + e.getMessage());
        }
    }

    /** What moved nothing has no amount here. */
    private static ProviderTransaction transaction(JsonNode node) {
        String status = node.path("status").asText();
        long amount = NOTHING_MOVED.contains(status)
                ? 0
                : Math.abs(node.path("amount").asLong());
        return new ProviderTransaction(
                node.path("transactionKey").asText(),
                node.path("orderId").asText(),
                RETURNED.contains(status),
                Money.of(amount, node.path("currency").asText()),
                OffsetDateTime.parse(node.path("transactionAt").asText()).toInstant());
    }

    private static String local(Instant instant) {
        return LocalDateTime.ofInstant(instant, SEOUL)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
