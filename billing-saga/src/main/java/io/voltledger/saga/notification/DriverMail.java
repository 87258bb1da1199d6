package io.voltledger.saga.notification;

import io.voltledger.saga.SagaSettings;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.mail.javamail.MimeMessagePreparator;
import org.springframework.stereotype.Component;

/** Sends plain-text mail through SMTP. */
@Component
class DriverMail {

    private final JavaMailSender sender;
    private final String from;

    DriverMail(JavaMailSender sender, SagaSettings settings) {
        this.sender = sender;
        this.from = settings.notification().from();
    }

    /** Throws MailException where it was not taken. */
    void send(String notification, String to, MailText text) {
        MimeMessagePreparator mail = message -> {
            MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(to);
            helper.setSubject(text.subject());
            helper.setText(text.body());
            identify(message, notification);
        };
        sender.send(mail);
    }

    /** The same for a mail that is sent again, so that a mailbox may show it once. */
    private static void identify(MimeMessage message, String notification) throws jakarta.mail.MessagingException {
        UUID id = UUID.nameUUIDFromBytes(notification.getBytes(StandardCharsets.UTF_8));
        message.setHeader("X-VoltLedger-Notification", id.toString());
    }
}
