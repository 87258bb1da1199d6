package io.voltledger.api.notification;

import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What a member was told. Recorded by the notifying module; at least once, so readers go by the notification's id. */
public sealed interface NotificationEvent {

    String notification();

    /**
     * @param notification stable id: template and subject
     * @param template {@code session-stopped}, {@code payment-approved}, {@code payment-declined}, {@code bill-overdue}
     * @param channel {@code EMAIL}
     * @param reference the bill, payment or session it tells of
     */
    @Revision("1")
    record NotificationRequested(
            String notification,
            MemberId member,
            String template,
            String channel,
            @Nullable SessionId session,
            String reference,
            Instant requestedAt)
            implements NotificationEvent {}

    @Revision("1")
    record NotificationSent(String notification, Instant sentAt) implements NotificationEvent {}

    /** Given up after the last try, or impossible: {@code cause} tells. */
    @Revision("1")
    record NotificationFailed(String notification, String cause, Instant failedAt) implements NotificationEvent {}
}
