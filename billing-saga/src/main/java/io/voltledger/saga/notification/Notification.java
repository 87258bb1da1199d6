package io.voltledger.saga.notification;

import io.voltledger.api.member.MemberId;
import java.util.Map;

/**
 * Something a driver is to be told.
 *
 * @param id template and subject: there is one notification for each payment, session or bill
 * @param template as {@link Template#word}
 * @param facts of the integration event
 * @param attempts how often it was claimed, this time included
 * @param claim whose it is until the lease ends
 */
record Notification(
        String id, MemberId member, String template, Map<String, Object> facts, int attempts, String claim) {}
