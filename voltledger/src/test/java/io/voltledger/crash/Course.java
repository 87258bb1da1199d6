package io.voltledger.crash;

import io.voltledger.simulators.payment.ScriptedOutcome;
import java.util.List;

/** A way that a payment can go; together they come to every command and every call that there is. */
enum Course {
    APPROVED(List.of()),
    DECLINED_ONCE(List.of(declined())),
    UNKNOWN(List.of(ScriptedOutcome.TIMEOUT_AFTER_CAPTURE)),
    OVERDUE(List.of(declined(), declined())),
    ABANDONED(List.of(ScriptedOutcome.TIMEOUT_AFTER_CAPTURE), "2500ms", "100ms"),
    /** Paid like the first, and given back whole. */
    REFUNDED(List.of()),
    /** Paid like the first, rated again by a dearer tariff, which makes another bill, and by the first one, which credits that. */
    RERATED(List.of()),
    /** A credit note comes while the outcome is unknown: what the card brought too much goes back. */
    CREDITED(List.of(ScriptedOutcome.TIMEOUT_AFTER_CAPTURE), "2500ms", "60s"),
    /** What the wallet had set aside is the member's again before the outcome is known, and is asked for once more. */
    EXPIRED(List.of(ScriptedOutcome.TIMEOUT_AFTER_CAPTURE), "2500ms", "60s", "600ms"),
    /** No payment, but money that comes into a wallet after the provider did not answer. */
    TOP_UP(List.of(ScriptedOutcome.TIMEOUT_AFTER_CAPTURE)),
    /** The same, and the wallet does not take it. */
    TOP_UP_REFUSED(List.of());

    private final List<ScriptedOutcome> script;
    private final String askAfter;
    private final String abandonAfter;
    private final String expireAfter;

    Course(List<ScriptedOutcome> script) {
        this(script, "50ms", "60s");
    }

    Course(List<ScriptedOutcome> script, String askAfter, String abandonAfter) {
        this(script, askAfter, abandonAfter, "1h");
    }

    Course(List<ScriptedOutcome> script, String askAfter, String abandonAfter, String expireAfter) {
        this.script = script;
        this.askAfter = askAfter;
        this.abandonAfter = abandonAfter;
        this.expireAfter = expireAfter;
    }

    private static ScriptedOutcome declined() {
        return ScriptedOutcome.decline("REJECT_CARD_PAYMENT");
    }

    boolean isTopUp() {
        return this == TOP_UP || this == TOP_UP_REFUSED;
    }

    ScriptedOutcome[] script() {
        return script.toArray(ScriptedOutcome[]::new);
    }

    /** What the platform runs with while such a payment is made. */
    List<String> settings() {
        return List.of(
                "--voltledger.saga.schedules.unknown=" + askAfter,
                "--voltledger.saga.schedules.abandon-after=" + abandonAfter,
                "--voltledger.saga.holds.expire-after=" + expireAfter);
    }
}
