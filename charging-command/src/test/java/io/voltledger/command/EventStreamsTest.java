package io.voltledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class EventStreamsTest {

    private record Added(int number) {}

    private record Numbers(List<Integer> numbers) {

        Numbers plus(Added added) {
            return new Numbers(
                    IntStream.concat(numbers.stream().mapToInt(Integer::intValue), IntStream.of(added.number()))
                            .boxed()
                            .toList());
        }
    }

    private static final Numbers NONE = new Numbers(List.of());

    private final EventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final EventStreams streams = new EventStreams(store);

    @Test
    void knowsNothingOfAnUnknownStream() {
        assertThat(read()).isEqualTo(NONE);
    }

    @Test
    void seesEachEventOnceHoweverOftenItReads() {
        append(0, 1);
        assertThat(read().numbers()).containsExactly(1);
        assertThat(read().numbers()).containsExactly(1);
        append(1, 2);
        append(2, 3);
        assertThat(read().numbers()).containsExactly(1, 2, 3);
    }

    @Test
    void seesAStreamThatBeganAfterTheFirstLook() {
        assertThat(read()).isEqualTo(NONE);
        append(0, 7);
        assertThat(read().numbers()).containsExactly(7);
    }

    private Numbers read() {
        return streams.fold("numbers/1", NONE, Numbers.class, Added.class, Numbers::plus);
    }

    private void append(long sequence, int number) {
        store.publish(new GenericDomainEventMessage<>("Numbers", "numbers/1", sequence, new Added(number)));
    }
}
