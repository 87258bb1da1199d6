package io.voltledger.api.notification;

import io.voltledger.api.PageRequest;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.session.SessionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about notifications. */
public sealed interface NotificationQuery {

    /** Answers a {@link NotificationPage}, newest first. What is absent does not restrict. */
    record ListNotifications(
            @Nullable MemberId member,
            @Nullable SessionId session,
            @Nullable NotificationState state,
            PageRequest page) implements NotificationQuery {}

    /** @param next cursor of the following page; absent at the end */
    record NotificationPage(
            List<NotificationView> items, @Nullable String next) {}
}
