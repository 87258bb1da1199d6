package io.voltledger.node.access;

/** An application and the hash of its token. */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole; the hash only by TokenHash.same
record Credential(Application application, byte[] hash) {}
