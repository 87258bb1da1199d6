package io.voltledger.node.store;

/** A sum over entries of the index of aggregates that does not depend on their order. */
final class IndexHash {

    private long sum;

    void add(byte[] key, long token) {
        var hash = 0xcbf29ce484222325L;
        for (var value : key) {
            hash = (hash ^ (value & 0xff)) * 0x100000001b3L;
        }
        sum += mix(hash ^ mix(token + 0x9e3779b97f4a7c15L));
    }

    private static long mix(long value) {
        var mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    long sum() {
        return sum;
    }
}
