package io.voltledger.command;

import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How aggregates are kept warm, and their loads short. */
@Configuration(proxyBeanMethods = false)
class AggregateConfiguration {

    /** Sessions live in memory while they run. */
    @Bean
    Cache sessionCache(CommandSettings settings) {
        return new RecentAggregates(settings.sessionCacheSize(), settings.sessionCacheIdle());
    }

    /**
     * All others live in memory only where this process alone handles their commands: with a second one, a command that moves
     * between them could meet a state that the other has moved on.
     */
    @Bean
    Cache aggregateCache(CommandSettings settings) {
        return settings.aggregateCacheSize() == 0
                ? NoCache.INSTANCE
                : new RecentAggregates(settings.aggregateCacheSize(), settings.sessionCacheIdle());
    }

    /** For aggregates that live long. */
    @Bean
    SnapshotTriggerDefinition aggregateSnapshots(Snapshotter snapshotter, CommandSettings settings) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, settings.snapshotThreshold());
    }
}
