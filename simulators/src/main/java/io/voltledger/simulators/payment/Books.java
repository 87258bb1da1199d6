package io.voltledger.simulators.payment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the provider knows: entries, journalled first. Guarded by its own monitor; callers hold it over a decision. */
final class Books implements AutoCloseable {

    private final @Nullable Journal journal;
    private final Map<String, String> customers = new HashMap<>();
    private final Map<String, Deque<ScriptedOutcome>> scripts = new HashMap<>();
    private final Map<String, Capture> byOrder = new LinkedHashMap<>();
    private final Map<String, String> orders = new HashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final List<ProviderCall> calls = new ArrayList<>();

    Books(@Nullable Journal journal) {
        this.journal = journal;
        if (journal != null) {
            journal.recovered().forEach(this::apply);
        }
    }

    synchronized void record(BookEntry... entries) {
        List<BookEntry> all = List.of(entries);
        if (journal != null) {
            journal.append(all);
        }
        all.forEach(this::apply);
    }

    synchronized ScriptedOutcome next(String orderId, String customerKey) {
        for (String subject : List.of(orderId, customerKey)) {
            Deque<ScriptedOutcome> script = scripts.get(subject);
            if (script != null && !script.isEmpty()) {
                ScriptedOutcome outcome = script.getFirst();
                record(new BookEntry.Taken(subject));
                return outcome;
            }
        }
        return ScriptedOutcome.APPROVE;
    }

    synchronized Optional<String> customer(String billingKey) {
        return Optional.ofNullable(customers.get(billingKey));
    }

    synchronized Optional<Capture> byOrder(String orderId) {
        return Optional.ofNullable(byOrder.get(orderId));
    }

    synchronized Optional<Capture> byPaymentKey(String paymentKey) {
        return Optional.ofNullable(orders.get(paymentKey)).map(byOrder::get);
    }

    synchronized void cancelFromOutside(String orderId, Capture.Cancel cancel) {
        record(new BookEntry.Cancelled(byOrder(orderId).orElseThrow().paymentKey(), cancel));
    }

    synchronized Optional<Answer> answer(String idempotencyKey) {
        return Optional.ofNullable(answers.get(idempotencyKey));
    }

    synchronized List<Capture> captures() {
        return List.copyOf(byOrder.values());
    }

    synchronized List<ProviderCall> calls() {
        return List.copyOf(calls);
    }

    private void apply(BookEntry entry) {
        switch (entry) {
            case BookEntry.Issued issued -> customers.put(issued.billingKey(), issued.customerKey());
            case BookEntry.Scripted scripted -> scripts.put(scripted.subject(), new ArrayDeque<>(scripted.outcomes()));
            case BookEntry.Taken taken -> {
                Deque<ScriptedOutcome> script = scripts.get(taken.subject());
                if (script != null) {
                    script.pollFirst();
                }
            }
            case BookEntry.Captured captured -> {
                byOrder.put(captured.capture().orderId(), captured.capture());
                orders.put(captured.capture().paymentKey(), captured.capture().orderId());
            }
            case BookEntry.Cancelled cancelled ->
                byPaymentKey(cancelled.paymentKey())
                        .ifPresent(capture -> byOrder.put(capture.orderId(), with(capture, cancelled.cancel())));
            case BookEntry.Answered answered ->
                answers.put(answered.idempotencyKey(), new Answer(answered.status(), answered.body()));
            case BookEntry.Called called -> calls.add(called.call());
        }
    }

    private static Capture with(Capture capture, Capture.Cancel cancel) {
        List<Capture.Cancel> cancels = new ArrayList<>(capture.cancels());
        cancels.add(cancel);
        return new Capture(
                capture.orderId(),
                capture.orderName(),
                capture.paymentKey(),
                capture.customerKey(),
                capture.amount(),
                capture.idempotencyKey(),
                capture.approvedAt(),
                cancels);
    }

    @Override
    public synchronized void close() {
        if (journal != null) {
            journal.close();
        }
    }
}
