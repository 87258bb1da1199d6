package io.voltledger.node.store;

/**
 * An event with its place in the log.
 *
 * @param token position in the log, from 0 on without gaps
 * @param bytes the serialised event message
 */
public record StoredEvent(long token, byte[] bytes) {}
