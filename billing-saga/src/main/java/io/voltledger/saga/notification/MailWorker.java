package io.voltledger.saga.notification;

import io.voltledger.api.notification.NotificationEvent.NotificationFailed;
import io.voltledger.api.notification.NotificationEvent.NotificationSent;
import io.voltledger.saga.SagaSettings;
import io.voltledger.saga.member.Contact;
import io.voltledger.saga.member.MemberContacts;
import io.voltledger.saga.work.Delays;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Mails what is due; a mail that a crash cut off is sent again, under the same message id. */
@Component
class MailWorker {

    private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);

    private final NotificationOutbox outbox;
    private final MemberContacts contacts;
    private final DriverMail mail;
    private final EventGateway events;
    private final SagaSettings.Notification settings;
    private final Clock clock;

    MailWorker(
            NotificationOutbox outbox,
            MemberContacts contacts,
            DriverMail mail,
            EventGateway events,
            SagaSettings settings,
            Clock clock) {
        this.outbox = outbox;
        this.contacts = contacts;
        this.mail = mail;
        this.events = events;
        this.settings = settings.notification();
        this.clock = clock;
    }

    List<Runnable> claim(int room) {
        return outbox.claim(room, clock.instant(), settings.lease()).stream()
                .<Runnable>map(notification -> () -> perform(notification))
                .toList();
    }

    private void perform(Notification notification) {
        Optional<Contact> contact = contacts.of(notification.member());
        if (contact.isEmpty()) {
            fail(notification, "the member has left no contact");
            return;
        }
        try {
            mail.send(
                    notification.id(),
                    contact.get().email(),
                    MailText.of(
                            notification.template(),
                            Locale.forLanguageTag(contact.get().locale()),
                            notification.facts()));
        } catch (MailException e) {
            LOG.warn("{} cannot be mailed: {}", notification.id(), e.getMessage());
            tryAgain(notification, String.valueOf(e.getMessage()));
            return;
        }
        events.publish(new NotificationSent(notification.id(), clock.instant()));
        outbox.sent(notification);
    }

    private void tryAgain(Notification notification, String error) {
        if (notification.attempts() > settings.retry().size()) {
            fail(notification, error);
        } else {
            outbox.again(
                    notification, clock.instant().plus(Delays.after(settings.retry(), notification.attempts())), error);
        }
    }

    private void fail(Notification notification, String cause) {
        events.publish(new NotificationFailed(notification.id(), cause, clock.instant()));
        outbox.failed(notification, cause);
    }
}
