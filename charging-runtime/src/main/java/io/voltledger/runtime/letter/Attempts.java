package io.voltledger.runtime.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.DeadLetter;

/** How often the event of a dead letter was tried, kept in the letter's diagnostics. */
public final class Attempts {

    private static final String KEY = "attempts";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Attempts() {}

    /** Of an event that was tried so often before it was set aside. */
    public static MetaData of(int attempts) {
        return MetaData.with(KEY, attempts);
    }

    /** One more than the letter says. */
    public static MetaData oneMore(DeadLetter<?> letter) {
        Object before = letter.diagnostics().get(KEY);
        return letter.diagnostics().and(KEY, before instanceof Number number ? number.intValue() + 1 : 1);
    }

    /** What was set aside before attempts were counted was tried once. */
    static int read(byte[] diagnostics) throws SQLException {
        try {
            return Math.max(1, MAPPER.readTree(diagnostics).path(KEY).asInt(1));
        } catch (JsonProcessingException e) {
            throw new SQLException("The diagnostics of a dead letter cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
