package io.voltledger.platform;

import io.voltledger.simulators.mail.MailSink;
import io.voltledger.simulators.mail.MailSinkSettings;
import io.voltledger.simulators.payment.PaymentProviderSimulator;
import io.voltledger.simulators.payment.ProviderSettings;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a deployment brings of its own and the all-in-one brings along: database, broker, payment provider, mail server.
 * Whatever a setting names instead is not started.
 */
public final class EmbeddedServices implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServices.class);

    static final String DATABASE_URL = "spring.datasource.url";
    static final String KAFKA_SERVERS = "voltledger.saga.kafka.bootstrap-servers";
    static final String PROVIDER_URL = "voltledger.saga.provider.base-url";
    static final String MAIL_HOST = "spring.mail.host";

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Map<String, Object> settings = new LinkedHashMap<>();

    private EmbeddedServices() {}

    /** Starts what is needed side by side; on failure ends what had started. */
    static EmbeddedServices start(Options options, DataFolder data, Progress progress) {
        EmbeddedServices services = new EmbeddedServices();
        Secrets secrets = Secrets.in(data);
        services.settings.put("voltledger.ocpp.transaction-secret", secrets.get(Secrets.TRANSACTION));
        services.settings.put("voltledger.saga.vault.key", secrets.get(Secrets.VAULT));
        try (ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Optional<EmbeddedMariaDb>> database = starters.submit(unless(
                    options.has(DATABASE_URL),
                    "MariaDB",
                    progress,
                    () -> EmbeddedMariaDb.start(
                            data.folder("mariadb"),
                            program(options, data),
                            options.database,
                            secrets.get(Secrets.DATABASE))));
            Future<Optional<EmbeddedKafka>> kafka = starters.submit(unless(
                    options.has(KAFKA_SERVERS),
                    "Kafka",
                    progress,
                    () -> EmbeddedKafka.start(data.folder("kafka"), options.kafka)));
            services.simulators(options, data);
            services.add(kafka, started -> services.settings.put(KAFKA_SERVERS, "127.0.0.1:" + options.kafka));
            services.add(database, started -> {
                services.settings.put(DATABASE_URL, started.jdbcUrl());
                services.settings.put("spring.datasource.username", started.user());
                services.settings.put("spring.datasource.password", secrets.get(Secrets.DATABASE));
            });
            return services;
        } catch (RuntimeException e) {
            services.close();
            throw e;
        }
    }

    /** Settings that point the modules at what was started. */
    public Map<String, Object> settings() {
        return Map.copyOf(settings);
    }

    private static Path program(Options options, DataFolder data) {
        return options.databaseProgram == null
                ? data.root().resolve("mariadb").resolve("program")
                : options.databaseProgram.toAbsolutePath();
    }

    private void simulators(Options options, DataFolder data) {
        if (!options.has(PROVIDER_URL)) {
            PaymentProviderSimulator provider = PaymentProviderSimulator.start(
                    ProviderSettings.defaults().withPort(options.provider).withData(data.folder("payment-provider")));
            parts.push(provider);
            settings.put(PROVIDER_URL, provider.url().toString());
        }
        if (!options.has(MAIL_HOST)) {
            MailSink mail = MailSink.start(
                    MailSinkSettings.defaults().withPort(options.mail).withFolder(data.folder("mail")));
            parts.push(mail);
            settings.put(MAIL_HOST, "127.0.0.1");
            settings.put("spring.mail.port", mail.port());
        }
    }

    private static <P> Callable<Optional<P>> unless(boolean given, String name, Progress progress, Callable<P> start) {
        return () -> {
            if (given) {
                return Optional.empty();
            }
            progress.say("starting " + name);
            P part = start.call();
            progress.say(name + " is up");
            return Optional.of(part);
        };
    }

    private <P extends AutoCloseable> void add(Future<Optional<P>> starting, Consumer<P> then) {
        try {
            starting.get().ifPresent(part -> {
                parts.push(part);
                then.accept(part);
            });
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw cause instanceof StartFailure failure
                    ? failure
                    : new StartFailure(String.valueOf(cause.getMessage()), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while starting", e);
        }
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.error("{} did not end cleanly", part.getClass().getSimpleName(), e);
            }
        }
    }
}
