package io.voltledger.node.store;

import java.util.concurrent.locks.Lock;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** An iterator over a column family. While it is open the database is not opened anew, so it is to be closed soon, on the thread that made it. */
final class Scan implements AutoCloseable {

    private final RocksIterator iterator;
    private final Lock shared;

    /** Takes over a lock that is held. */
    Scan(RocksIterator iterator, Lock shared) {
        this.iterator = iterator;
        this.shared = shared;
    }

    void seekToFirst() {
        iterator.seekToFirst();
    }

    void seekToLast() {
        iterator.seekToLast();
    }

    /** To the first key that is this one or follows it. */
    void seek(byte[] key) {
        iterator.seek(key);
    }

    /** To the last key that is this one or precedes it. */
    void seekForPrev(byte[] key) {
        iterator.seekForPrev(key);
    }

    void next() {
        iterator.next();
    }

    void prev() {
        iterator.prev();
    }

    /** Whether it stands on an entry; when not, {@link #status} tells an end from a failure. */
    boolean isValid() {
        return iterator.isValid();
    }

    byte[] key() {
        return iterator.key();
    }

    byte[] value() {
        return iterator.value();
    }

    /** Throws when reading has failed. */
    void status() throws RocksDBException {
        iterator.status();
    }

    @Override
    public void close() {
        iterator.close();
        shared.unlock();
    }
}
