package io.voltledger.simulators.payment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What the provider does with a call. JSON and command line: {@code approve}, {@code decline:REJECT_CARD_PAYMENT},
 * {@code error-after-capture}.
 *
 * @param kind what happens
 * @param code the provider's error code; empty where the kind has one of its own
 */
public record ScriptedOutcome(Kind kind, String code) {

    public static final ScriptedOutcome APPROVE = new ScriptedOutcome(Kind.APPROVE, "");
    public static final ScriptedOutcome CONFLICT = new ScriptedOutcome(Kind.CONFLICT, "");
    public static final ScriptedOutcome ERROR = new ScriptedOutcome(Kind.ERROR, "");
    public static final ScriptedOutcome ERROR_AFTER_CAPTURE = new ScriptedOutcome(Kind.ERROR_AFTER_CAPTURE, "");
    public static final ScriptedOutcome TIMEOUT = new ScriptedOutcome(Kind.TIMEOUT, "");
    public static final ScriptedOutcome TIMEOUT_AFTER_CAPTURE = new ScriptedOutcome(Kind.TIMEOUT_AFTER_CAPTURE, "");
    public static final ScriptedOutcome UNAUTHORIZED = new ScriptedOutcome(Kind.UNAUTHORIZED, "");

    /** What a call can come to. */
    public enum Kind {
        APPROVE,
        DECLINE,
        /** 409: a call with this key is being processed; nothing was captured. */
        CONFLICT,
        /** 500, and nothing was captured. */
        ERROR,
        /** 500 although the money was captured. */
        ERROR_AFTER_CAPTURE,
        /** No answer, and nothing was captured. */
        TIMEOUT,
        /** No answer although the money was captured. */
        TIMEOUT_AFTER_CAPTURE,
        /** 401: the caller's key is refused. */
        UNAUTHORIZED
    }

    public static ScriptedOutcome decline(String code) {
        return new ScriptedOutcome(Kind.DECLINE, code);
    }

    @JsonCreator
    public static ScriptedOutcome parse(String text) {
        String[] parts = text.split(":", 2);
        Kind kind = Kind.valueOf(parts[0].strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        String code = parts.length > 1 ? parts[1].strip() : "";
        return kind == Kind.DECLINE && code.isEmpty()
                ? decline("REJECT_CARD_PAYMENT")
                : new ScriptedOutcome(kind, code);
    }

    boolean captures() {
        return kind == Kind.APPROVE || kind == Kind.ERROR_AFTER_CAPTURE || kind == Kind.TIMEOUT_AFTER_CAPTURE;
    }

    @JsonValue
    @Override
    public String toString() {
        String word = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return code.isEmpty() ? word : word + ":" + code;
    }
}
