package io.voltledger.simulators.mail;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a mail sink runs.
 *
 * @param host address to listen on
 * @param port 0 takes a free one
 * @param keep how many mails stay in memory
 * @param folder where each mail is written as an .eml file; absent writes none
 */
public record MailSinkSettings(
        String host, int port, int keep, @Nullable Path folder) {

    public static final int DEFAULT_PORT = 2525;
    static final int DEFAULT_KEEP = 1000;

    public static MailSinkSettings defaults() {
        return new MailSinkSettings("127.0.0.1", DEFAULT_PORT, DEFAULT_KEEP, null);
    }

    public MailSinkSettings withPort(int other) {
        return new MailSinkSettings(host, other, keep, folder);
    }

    public MailSinkSettings withFolder(Path other) {
        return new MailSinkSettings(host, port, keep, other);
    }
}
