package io.voltledger.platform;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/**
 * The secrets of an installation, made at its first start and kept in {@code secrets.properties} in the data folder,
 * readable by its owner alone. Whoever loses the file loses the stored billing keys and can no longer recognise repeated
 * starts: it belongs into the backup.
 */
public final class Secrets {

    static final String DATABASE = "database.password";
    static final String TRANSACTION = "ocpp.transaction-secret";
    static final String VAULT = "payment.vault-key";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    static Secrets in(DataFolder data) {
        Path file = data.root().resolve("secrets.properties");
        Properties values = new Properties();
        try {
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    values.load(reader);
                }
            }
            if (complete(values)) {
                write(file, values);
            }
        } catch (IOException e) {
            throw new StartFailure("Cannot read or write " + file + ": " + e.getMessage(), e);
        }
        return new Secrets(values);
    }

    String get(String name) {
        return values.getProperty(name);
    }

    private static boolean complete(Properties values) {
        boolean changed = false;
        for (String name : List.of(DATABASE, TRANSACTION, VAULT)) {
            if (values.getProperty(name) == null) {
                byte[] secret = new byte[32];
                RANDOM.nextBytes(secret);
                values.setProperty(name, Base64.getEncoder().encodeToString(secret));
                changed = true;
            }
        }
        return changed;
    }

    private static void write(Path file, Properties values) throws IOException {
        Path next = Files.createTempFile(file.getParent(), "secrets", ".new");
        OwnerOnly.protect(next);
        try (Writer writer = Files.newBufferedWriter(next)) {
            values.store(writer, "Secrets of this installation: keep a copy, show nobody");
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
