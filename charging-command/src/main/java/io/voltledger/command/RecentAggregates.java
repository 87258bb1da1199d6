package io.voltledger.command;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Axon's aggregate cache, bounded: the aggregates that were addressed last, while there is memory for them. What a session
 * weighs depends on how long it lasts, so a number alone would bound nothing.
 */
final class RecentAggregates implements Cache {

    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;

    RecentAggregates(int size, Duration idle) {
        entries = Caffeine.newBuilder()
                .maximumSize(size)
                .softValues()
                .expireAfterAccess(idle)
                .build();
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // as the framework declares it; absent is null
    public <K, V> V get(K key) {
        return (V) entries.getIfPresent(key);
    }

    @Override
    public void put(Object key, Object value) {
        entries.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    @SuppressWarnings("unchecked") // one type of value for each use
    public <T> T computeIfAbsent(Object key, Supplier<T> valueSupplier) {
        return (T) entries.asMap().computeIfAbsent(key, absent -> valueSupplier.get());
    }

    @Override
    public boolean remove(Object key) {
        return entries.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.asMap().containsKey(key);
    }

    @Override
    @SuppressWarnings("unchecked") // one type of value for each use
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        entries.asMap().computeIfPresent(key, (present, value) -> update.apply((V) value));
    }

    /** Nobody listens to a cache of recently used aggregates. */
    @Override
    public @Nullable Registration registerCacheEntryListener(EntryListener listener) {
        return () -> false;
    }
}
