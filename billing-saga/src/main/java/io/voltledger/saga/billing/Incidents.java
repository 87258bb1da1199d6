package io.voltledger.saga.billing;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.session.SessionId;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What no process can mend itself: kept for an operator. */
public interface Incidents {

    /**
     * @param subject the payment
     * @param kind stable, kebab-case: {@code refund-by-hand}
     */
    void report(String subject, String kind, String detail);

    /**
     * The same of a process; while one of the same bill and kind is open and has no message, it counts there.
     *
     * @param kind {@code command-refused}, {@code payment-stalled}, {@code step-failed}
     * @param message the fact that could not be handled or the command that was refused, to be tried again
     */
    void report(BillId bill, SessionId session, String kind, String detail, @Nullable Object message);

    /**
     * A fact that a processing group cannot act on, to be handled by it once more.
     *
     * @param group the kind of the incident
     * @param detail names the fact and why
     */
    void setAside(String group, Object fact, String detail);

    /** What a group set aside of a bill is not to be tried again: it was settled in another way. */
    void withdraw(String group, BillId bill, Predicate<Object> fact);

    /** What an incident keeps to be tried again. */
    Optional<Object> message(String incident);
}
