package io.voltledger.simulators.station;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Consumer;

/** What a station does by itself when its line brings something. */
record StationReactions(
        StationMemory memory, RemoteControl remote, StationOperations operations, Consumer<Acknowledged> observer)
        implements StationBehaviour {

    @Override
    public void acknowledged(Acknowledged call) {
        memory.acknowledge(call);
        observer.accept(call);
    }

    @Override
    public void connected() {
        memory.connect();
    }

    @Override
    public void disconnected() {
        memory.disconnected();
    }

    @Override
    public Optional<Reply> called(String action, JsonNode payload) {
        return remote.scripted(action, payload).map(Reply::of).or(() -> operations.serve(action, payload));
    }
}
