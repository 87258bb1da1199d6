package io.voltledger.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import io.axoniq.axonserver.grpc.event.Event;
import io.voltledger.node.AxonServerNode;
import io.voltledger.node.NodeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens a store that the first release of format 1 wrote: {@code format-1.zip}, with table files and a write-ahead log. */
class UpgradeTest {

    @TempDir
    private Path folder;

    private void unzip(String resource) throws IOException {
        try (var zip = new ZipInputStream(Objects.requireNonNull(getClass().getResourceAsStream(resource)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var target = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(Objects.requireNonNull(target.getParent()));
                    Files.copy(zip, target);
                }
            }
        }
    }

    @Test
    void readsAStoreOfFormat1AsItWas() throws Exception {
        unzip("/format-1.zip");
        try (var store = Samples.open(folder.resolve("contexts/default"))) {
            assertThat(store.lastToken()).isEqualTo(251);
            var all = Samples.all(store);
            assertThat(all).hasSize(252);
            assertThat(Event.parseFrom(all.get(200).bytes()).getMessageIdentifier())
                    .isEqualTo("message-204");
            assertThat(store.highestSequence("session-19")).isEqualTo(11);
            assertThat(store.readAggregate("session-4", 0, Long.MAX_VALUE).next(100))
                    .hasSize(12);
            assertThat(store.snapshots("session-3", 0, Long.MAX_VALUE, 10))
                    .extracting(EventRecord::sequence)
                    .containsExactly(10L, 6L, 2L);
            assertThat(store.tokenAt(1_700_000_000_000L)).isEqualTo(-1);
            store.append(List.of(Samples.event("session-4", 12, 10))).join();
        }
        try (var store = Samples.open(folder.resolve("contexts/default"))) {
            assertThat(store.lastToken()).isEqualTo(252);
        }
    }

    @Test
    void startsANodeOnAStoreOfFormat1() throws Exception {
        unzip("/format-1.zip");
        try (var node = AxonServerNode.start(NodeSettings.in(folder).withPorts(0, 0))) {
            var factory = AxonServerConnectionFactory.forClient("after")
                    .routingServers(new ServerAddress("127.0.0.1", node.grpcPort()))
                    .build();
            var events = factory.connect("default").eventChannel();
            assertThat(events.getLastToken().join()).isEqualTo(251);
            assertThat(events.openAggregateStream("session-3").asStream().toList())
                    .first()
                    .satisfies(snapshot -> assertThat(snapshot.getSnapshot()).isTrue());
            assertThat(events.appendEvents(Event.newBuilder().build())).succeedsWithin(Duration.ofSeconds(30));
            factory.shutdown();
        }
        assertThat(folder.resolve("FORMAT")).content().contains(" 1");
    }

    /** What was on the disk for sure is noted since a later release. */
    @Test
    void notesInAStoreOfFormat1WhatIsOnTheDiskForSure() throws Exception {
        unzip("/format-1.zip");
        var place = folder.resolve("contexts/default");
        assertThat(place.resolve(Watermark.FILE)).doesNotExist();
        Samples.open(place).close();

        assertThat(Watermark.read(place))
                .hasValueSatisfying(mark -> assertThat(mark.token()).isEqualTo(251));
        var faults = new ArrayList<String>();
        assertThat(Verification.verify(place, text -> {}, faults::add).events()).isEqualTo(252);
        assertThat(faults).isEmpty();
    }
}
