package io.voltledger.simulators.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** Makes a {@link Mail} of what came over the wire. */
final class MailReader {

    private MailReader() {}

    static Mail read(String from, String to, byte[] source, Instant receivedAt) {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(source));
            String subject = Optional.ofNullable(message.getSubject()).orElse("");
            return new Mail(from, to, subject, text(message), source, receivedAt);
        } catch (MessagingException | IOException e) {
            return new Mail(from, to, "", "unreadable: " + e.getMessage(), source, receivedAt);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                text.append(text(inner));
            }
            return text.toString();
        }
        return content instanceof String string ? string : "";
    }
}
