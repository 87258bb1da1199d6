package io.voltledger.api.operations;

import io.voltledger.api.billing.BillId;
import io.voltledger.api.session.SessionId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What an operator did about a dead letter; who it was is in the event's meta-data. */
public sealed interface DeadLetterEvent {

    DeadLetterId letter();

    @Nullable BillId bill();

    @Revision("1")
    record DeadLetterRedriven(
            DeadLetterId letter,
            String kind,
            String cause,
            @Nullable SessionId session,
            @Nullable BillId bill,
            Instant redrivenAt)
            implements DeadLetterEvent {}

    @Revision("1")
    record DeadLetterDiscarded(
            DeadLetterId letter,
            String kind,
            String cause,
            String reason,
            @Nullable SessionId session,
            @Nullable BillId bill,
            Instant discardedAt)
            implements DeadLetterEvent {}
}
