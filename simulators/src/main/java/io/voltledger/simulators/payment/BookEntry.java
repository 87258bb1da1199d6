package io.voltledger.simulators.payment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What the provider writes down before it answers. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BookEntry.Issued.class, name = "issued"),
    @JsonSubTypes.Type(value = BookEntry.Scripted.class, name = "scripted"),
    @JsonSubTypes.Type(value = BookEntry.Taken.class, name = "taken"),
    @JsonSubTypes.Type(value = BookEntry.Captured.class, name = "captured"),
    @JsonSubTypes.Type(value = BookEntry.Cancelled.class, name = "cancelled"),
    @JsonSubTypes.Type(value = BookEntry.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = BookEntry.Called.class, name = "called")
})
sealed interface BookEntry {

    record Issued(String billingKey, String customerKey) implements BookEntry {}

    /** @param subject a customer key or an order id */
    record Scripted(String subject, List<ScriptedOutcome> outcomes) implements BookEntry {}

    /** The next outcome of a script was used. */
    record Taken(String subject) implements BookEntry {}

    record Captured(Capture capture) implements BookEntry {}

    record Cancelled(String paymentKey, Capture.Cancel cancel) implements BookEntry {}

    /** The answer that an idempotency key gets from now on. */
    record Answered(String idempotencyKey, int status, String body) implements BookEntry {}

    record Called(ProviderCall call) implements BookEntry {}
}
