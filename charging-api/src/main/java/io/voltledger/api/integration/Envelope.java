package io.voltledger.api.integration;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of every integration event on Kafka. The record key is the aggregate identifier; consumers go by
 * {@code eventId}, for a record may come twice.
 *
 * @param eventId the domain event's message identifier
 * @param eventType {@code <domain>.<entity>.<action>}: {@code charging.session.stopped}
 * @param eventVersion of the data's shape, {@code 1.0}
 * @param timestamp when the event was recorded
 * @param source the publishing module, {@code billing-saga}
 * @param correlationId identifier of the first message of the chain
 * @param userId the member, pseudonymous; absent where there is none
 * @param metadata {@code traceId}, {@code environment}
 * @param data the event's facts
 */
public record Envelope(
        String eventId,
        String eventType,
        String eventVersion,
        Instant timestamp,
        String source,
        @Nullable String correlationId,
        @Nullable String userId,
        Map<String, String> metadata,
        Map<String, Object> data) {

    /** Sessions: started, energy metered, stopped. */
    public static final String SESSION_TOPIC = "charging.session";

    /** Bills and payments. */
    public static final String PAYMENT_TOPIC = "billing.payment";

    /** What a driver is told about. */
    public static final String TRANSACTION_TOPIC = "csms.transaction";
}
