/**
 * What the all-in-one brings along so that one command starts the whole platform: the data folder, an embedded MariaDB,
 * an embedded Kafka broker, the embedded Axon Server node, the simulated payment provider and mail server.
 */
@NullMarked
package io.voltledger.platform;

import org.jspecify.annotations.NullMarked;
