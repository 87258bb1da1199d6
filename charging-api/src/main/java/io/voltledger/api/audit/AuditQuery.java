package io.voltledger.api.audit;

import io.voltledger.api.PageRequest;
import io.voltledger.api.session.SessionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about the recorded history. */
public sealed interface AuditQuery {

    /**
     * Answers an {@link AuditPage} in the order of the store: all that was recorded of a session, its bill, payments,
     * holds, token restriction and notifications.
     */
    record ListSessionEvents(SessionId session, PageRequest page) implements AuditQuery {}

    /** @param next cursor of the following page; absent at the end */
    record AuditPage(List<AuditEventView> items, @Nullable String next) {}
}
