package io.voltledger.simulators.station;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What a station remembers of its life. Guarded by its own monitor. */
final class StationMemory {

    private final int capacity;
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final List<Charge> charges = new ArrayList<>();
    private CompletableFuture<Boolean> connected = new CompletableFuture<>();

    StationMemory(int capacity) {
        this.capacity = capacity;
    }

    synchronized void acknowledge(Acknowledged call) {
        if (acknowledged.size() < capacity) {
            acknowledged.add(call);
        }
    }

    synchronized List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    synchronized void began(Charge charge) {
        charges.removeIf(Charge::isOver);
        charges.add(charge);
    }

    synchronized boolean charges(int transaction) {
        return charges.stream().anyMatch(charge -> !charge.isOver() && charge.isTransaction(transaction));
    }

    /** Connector 0 charges where any does. */
    synchronized boolean chargesAt(int connector) {
        return charges.stream()
                .anyMatch(charge -> !charge.isOver() && (connector == 0 || charge.connector() == connector));
    }

    synchronized CompletableFuture<Boolean> connected() {
        return connected;
    }

    synchronized void connect() {
        connected.complete(true);
    }

    synchronized void disconnected() {
        if (connected.isDone()) {
            connected = new CompletableFuture<>();
        }
    }
}
