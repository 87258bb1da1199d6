package io.voltledger.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.voltledger.runtime.AxonJson;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes aggregates as the event store keeps them in snapshots, and reads them back. */
public final class Snapshots {

    private static final ObjectMapper JSON = AxonJson.mapper();

    private Snapshots() {}

    public static <A> A readBack(A aggregate, Class<A> type) {
        try {
            return JSON.readValue(JSON.writeValueAsString(aggregate), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
