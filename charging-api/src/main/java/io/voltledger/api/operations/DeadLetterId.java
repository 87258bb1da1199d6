package io.voltledger.api.operations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * Names a dead letter; its text is safe in a path: {@code mail.c2Vzc2lvbi1zdG9wcGVk}.
 *
 * @param key what its keeper knows it by
 */
public record DeadLetterId(DeadLetterSource source, String key) {

    public DeadLetterId {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("a dead letter has a key");
        }
    }

    /** @throws IllegalArgumentException where the text names no dead letter */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DeadLetterId parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("not the id of a dead letter: " + text);
        }
        return new DeadLetterId(
                DeadLetterSource.valueOf(text.substring(0, dot).toUpperCase(Locale.ROOT)),
                new String(Base64.getUrlDecoder().decode(text.substring(dot + 1)), StandardCharsets.UTF_8));
    }

    @Override
    @JsonValue
    public String toString() {
        return source.name().toLowerCase(Locale.ROOT) + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
