package io.voltledger.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class BackgroundWorkTest {

    @Test
    void handlesEventsInThreadsThatStandBack() throws Exception {
        Listener listener = new Listener();
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false);
        configurer.configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine());
        configurer
                .eventProcessing()
                .registerEventHandler(configuration -> listener)
                .registerPooledStreamingEventProcessor(
                        "listening",
                        Configuration::eventStore,
                        (configuration, builder) ->
                                new BackgroundWork("listening", 1, Duration.ofMillis(1)).staff(configuration, builder));
        Configuration configuration = configurer.start();
        configuration.eventStore().publish(GenericEventMessage.asEventMessage("plugged in"));

        Thread worker = listener.heard.get(30, TimeUnit.SECONDS);
        assertThat(worker.getPriority()).isEqualTo(Thread.MIN_PRIORITY);
        assertThat(worker.getName()).startsWith("WorkPackage[listening]");

        configuration.shutdown();
        assertThat(worker.join(Duration.ofSeconds(30)))
                .as("ended with the configuration")
                .isTrue();
    }

    @ProcessingGroup("listening")
    private static final class Listener {

        private final CompletableFuture<Thread> heard = new CompletableFuture<>();

        @EventHandler
        void on(String event) {
            heard.complete(Thread.currentThread());
        }
    }
}
