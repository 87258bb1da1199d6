package io.voltledger.saga.integration;

import io.voltledger.api.integration.Envelope;

/**
 * One record for Kafka.
 *
 * @param key the aggregate's id, so that its events stay in order
 */
record Outgoing(String topic, String key, Envelope envelope) {}
