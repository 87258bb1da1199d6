package io.voltledger.saga;

import io.voltledger.saga.standin.StandInWriteSide;
import io.voltledger.simulators.mail.MailSink;
import io.voltledger.simulators.payment.PaymentProviderSimulator;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The module running in a test, patient for milliseconds instead of days. */
public final class SagaApplication {

    private SagaApplication() {}

    public static ConfigurableApplicationContext start(
            PaymentProviderSimulator provider, MailSink mails, String database, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--axon.axonserver.enabled=false",
                "--server.port=0",
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=root",
                "--spring.datasource.password=",
                "--voltledger.saga.vault.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                "--voltledger.saga.provider.base-url=" + provider.url(),
                "--spring.mail.port=" + mails.port(),
                "--voltledger.saga.kafka.bootstrap-servers=" + TestKafka.servers(),
                "--voltledger.saga.kafka.partitions=2",
                "--voltledger.saga.notification.retry=50ms,50ms",
                "--voltledger.saga.provider.connect-timeout=1s",
                "--voltledger.saga.provider.read-timeout=400ms",
                "--voltledger.saga.provider.guard.open-for=100ms",
                "--voltledger.saga.worker.lease=3s",
                "--voltledger.saga.worker.poll=20ms",
                "--voltledger.saga.worker.heartbeat=250ms",
                "--voltledger.saga.schedules.declined=10ms,20ms,30ms,40ms,50ms,60ms",
                "--voltledger.saga.schedules.technical=50ms",
                "--voltledger.saga.schedules.unknown=100ms",
                "--voltledger.saga.schedules.abandon-after=20s",
                "--voltledger.saga.schedules.configuration-fault=200ms"));
        for (String other : more) {
            String name = other.substring(0, other.indexOf('=') + 1);
            settings.removeIf(setting -> setting.startsWith(name)); // two of one name would be read as a list
            settings.add(other);
        }
        return new SpringApplicationBuilder(BillingSagaApplication.class, StandInWriteSide.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(settings.toArray(String[]::new));
    }
}
