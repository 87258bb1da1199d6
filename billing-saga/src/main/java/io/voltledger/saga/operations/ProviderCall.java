package io.voltledger.saga.operations;

import io.voltledger.api.operations.DeadLetterId;
import io.voltledger.api.operations.DeadLetterSource;
import io.voltledger.api.topup.TopUpId;
import java.util.Optional;

/**
 * A call to the payment provider as its dead letter names it.
 *
 * @param kind {@code CHARGE}, {@code QUERY}, {@code CANCEL}, {@code REFUND}
 * @param subject what it is about: a payment, {@code top-up/} and its id, or a refund and its part
 */
public record ProviderCall(String kind, String subject) {

    private static final String RETURN = "CANCEL";
    private static final String TOP_UP = "top-up/";

    /** @throws IllegalArgumentException where the letter is of another source */
    static ProviderCall of(DeadLetterId letter) {
        int space = letter.key().indexOf(' ');
        if (letter.source() != DeadLetterSource.PAYMENT || space < 0) {
            throw new IllegalArgumentException("not a call to the payment provider: " + letter.key());
        }
        return new ProviderCall(letter.key().substring(0, space), letter.key().substring(space + 1));
    }

    /** The top-up whose money the call was to give back; empty for every other letter. */
    public static Optional<TopUpId> returnOfTopUp(DeadLetterId letter) {
        return letter.source() == DeadLetterSource.PAYMENT
                ? Optional.of(of(letter))
                        .filter(call ->
                                call.kind().equals(RETURN) && call.subject().startsWith(TOP_UP))
                        .map(call -> new TopUpId(call.subject().substring(TOP_UP.length())))
                : Optional.empty();
    }
}
