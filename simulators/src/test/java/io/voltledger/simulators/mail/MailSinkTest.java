package io.voltledger.simulators.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSinkTest {

    @Test
    void keepsWhatItIsSent(@TempDir Path folder) throws Exception {
        try (MailSink sink =
                MailSink.start(MailSinkSettings.defaults().withPort(0).withFolder(folder))) {
            send(sink.port(), "충전이 끝났습니다", "12.5 kWh 충전했습니다.");

            assertThat(sink.mails()).singleElement().satisfies(mail -> {
                assertThat(mail.to()).isEqualTo("driver@example.com");
                assertThat(mail.subject()).isEqualTo("충전이 끝났습니다");
                assertThat(mail.text()).contains("12.5 kWh 충전했습니다.");
            });
            try (var files = Files.list(folder)) {
                assertThat(files)
                        .singleElement()
                        .satisfies(file -> assertThat(file.toString()).endsWith(".eml"));
            }
        }
    }

    private static void send(int port, String subject, String text) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("charging@voltledger.test");
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("driver@example.com"));
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        Transport.send(message);
    }
}
