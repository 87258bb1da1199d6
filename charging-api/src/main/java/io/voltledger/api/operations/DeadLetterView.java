package io.voltledger.api.operations;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.session.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that cannot go on by itself.
 *
 * @param kind what it is: a processing group, {@code step-failed}, {@code command-refused}, a call, a mail's template
 * @param cause why it stopped
 * @param attempts how often it was tried
 * @param blocks what waits for it
 */
public record DeadLetterView(
        DeadLetterId id,
        DeadLetterSource source,
        String kind,
        String cause,
        Instant since,
        int attempts,
        String blocks,
        @Nullable SessionId session,
        @Nullable BillId bill) {}
