package io.voltledger.e2e;

import io.voltledger.demo.Operator;
import io.voltledger.simulators.mail.MailSink;
import io.voltledger.simulators.mail.MailSinkSettings;
import io.voltledger.simulators.payment.PaymentProviderSimulator;
import io.voltledger.simulators.payment.ProviderSettings;
import io.voltledger.simulators.station.SimulatedStation;
import io.voltledger.simulators.station.StationSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The platform in a process of its own, and the world around it in this one: payment provider, mail server, stations. The
 * world outlives every kill of the platform.
 */
final class World implements AutoCloseable {

    /** What the provider's timed-out calls are left without an answer for: longer than the platform waits. */
    private static final Duration SILENCE = Duration.ofSeconds(6);

    final PaymentProviderSimulator provider;
    final MailSink mail;
    final PlatformProcess platform;

    private World(PaymentProviderSimulator provider, MailSink mail, PlatformProcess platform) {
        this.provider = provider;
        this.mail = mail;
        this.platform = platform;
    }

    static World start(Path folder, String... more) {
        PaymentProviderSimulator provider = PaymentProviderSimulator.start(
                ProviderSettings.defaults().withPort(0).withSilence(SILENCE));
        MailSink mail = MailSink.start(MailSinkSettings.defaults().withPort(0));
        PlatformProcess platform = PlatformProcess.start(
                folder.resolve("data"),
                Stream.concat(
                                Stream.of(more),
                                Stream.of(
                                        "--voltledger.saga.provider.base-url=" + provider.url(),
                                        "--voltledger.saga.provider.read-timeout=3s",
                                        "--voltledger.saga.worker.lease=10s",
                                        "--voltledger.saga.schedules.declined=2s,2s",
                                        "--voltledger.saga.schedules.technical=300ms",
                                        "--voltledger.saga.schedules.unknown=300ms",
                                        "--voltledger.saga.notification.retry=1s",
                                        "--spring.mail.host=127.0.0.1",
                                        "--spring.mail.port=" + mail.port()))
                        .toList());
        return new World(provider, mail, platform);
    }

    Operator operator() {
        return new Operator(platform.rest());
    }

    KafkaReader kafka() {
        return new KafkaReader(platform.kafka());
    }

    SimulatedStation station(String id) {
        return SimulatedStation.connect(StationSettings.of(platform.ocpp(), id)
                .withAnswerTimeout(Duration.ofSeconds(10))
                .withPatience(Duration.ofSeconds(120)));
    }

    /** How often the provider took money for an order of this bill; every one of them counts. */
    long capturesOf(String bill) {
        return provider.captures().stream()
                .filter(capture -> capture.orderName().contains(bill))
                .count();
    }

    @Override
    public void close() {
        platform.close();
        mail.close();
        provider.close();
    }
}
