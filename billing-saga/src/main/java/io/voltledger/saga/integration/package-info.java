/**
 * What other systems are told, over Kafka: domain events become integration events in one envelope, published at least
 * once from a streaming processor.
 */
@NullMarked
package io.voltledger.saga.integration;

import org.jspecify.annotations.NullMarked;
