package io.voltledger.simulators.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A running mail server that keeps the last mails and delivers none. */
public final class MailSink implements AutoCloseable {

    private final MailSinkSettings settings;
    private final Clock clock = Clock.systemUTC();
    private final Deque<Mail> mails = new ArrayDeque<>();
    private final AtomicLong counter = new AtomicLong();
    private final SMTPServer server;

    private MailSink(MailSinkSettings settings) throws UnknownHostException {
        this.settings = settings;
        server = SMTPServer.port(settings.port())
                .bindAddress(InetAddress.getByName(settings.host()))
                .messageHandler((context, from, to, data) -> receive(from, to, data))
                .build();
    }

    /** Listens until it is closed. */
    public static MailSink start(MailSinkSettings settings) {
        try {
            if (settings.folder() != null) {
                Files.createDirectories(settings.folder());
            }
            MailSink sink = new MailSink(settings);
            sink.server.start();
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException("The mail sink cannot start on port " + settings.port(), e);
        }
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** The last mails, the oldest first. */
    public List<Mail> mails() {
        synchronized (mails) {
            return List.copyOf(mails);
        }
    }

    private void receive(String from, String to, byte[] data) throws RejectException {
        Mail mail = MailReader.read(from, to, data, clock.instant());
        try {
            write(mail);
        } catch (IOException e) {
            throw new RejectException(452, "Cannot store the mail: " + e.getMessage());
        }
        synchronized (mails) {
            mails.addLast(mail);
            while (mails.size() > settings.keep()) {
                mails.removeFirst();
            }
        }
    }

    private void write(Mail mail) throws IOException {
        Path folder = settings.folder();
        if (folder != null) {
            String name = "%d-%05d.eml".formatted(mail.receivedAt().toEpochMilli(), counter.incrementAndGet());
            Files.write(folder.resolve(name), mail.source());
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
