package io.voltledger.saga.notification;

import io.voltledger.api.integration.Envelope;
import io.voltledger.api.member.MemberId;
import io.voltledger.api.notification.NotificationEvent.NotificationRequested;
import io.voltledger.api.session.SessionId;
import io.voltledger.saga.work.WorkLoop;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/** Turns what Kafka says into notifications: once for each event, in the transaction of the processor's position. */
@Component
@ProcessingGroup(DriverNotifications.GROUP)
class DriverNotifications {

    static final String GROUP = "driver-notification";

    private final NotificationOutbox outbox;
    private final EventGateway events;
    private final WorkLoop mailWork;
    private final Clock clock;

    DriverNotifications(NotificationOutbox outbox, EventGateway events, WorkLoop mailWork, Clock clock) {
        this.outbox = outbox;
        this.events = events;
        this.mailWork = mailWork;
        this.clock = clock;
    }

    @EventHandler
    void on(Envelope envelope) {
        Instant now = clock.instant();
        if (envelope.userId() == null || !outbox.isNew(GROUP, envelope.eventId(), now)) {
            return;
        }
        MemberId member = new MemberId(envelope.userId());
        Template.ofEvent(envelope.eventType()).ifPresent(template -> request(template, member, envelope.data(), now));
    }

    private void request(Template template, MemberId member, Map<String, Object> facts, Instant now) {
        String reference = String.valueOf(facts.get(template.subject()));
        String id = template.word() + ":" + reference;
        if (!outbox.add(id, member, template.word(), facts, now)) {
            return;
        }
        SessionId session = Optional.ofNullable(facts.get("sessionId"))
                .map(value -> new SessionId(value.toString()))
                .orElse(null);
        events.publish(new NotificationRequested(id, member, template.word(), "EMAIL", session, reference, now));
        CurrentUnitOfWork.ifStarted(unit -> unit.afterCommit(committed -> mailWork.wake()));
    }
}
