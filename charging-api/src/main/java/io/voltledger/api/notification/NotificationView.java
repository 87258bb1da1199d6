package io.voltledger.api.notification;

import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a member was told, or was to be told.
 *
 * @param template as {@link NotificationEvent.NotificationRequested} names it
 * @param reference the bill, payment or session it tells of
 * @param cause why it failed
 */
public record NotificationView(
        String id,
        MemberId member,
        String template,
        String channel,
        @Nullable SessionId session,
        String reference,
        NotificationState state,
        @Nullable String cause,
        Instant requestedAt,
        @Nullable Instant endedAt) {}
