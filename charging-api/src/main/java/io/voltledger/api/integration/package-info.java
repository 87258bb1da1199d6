/** What leaves the platform on Kafka: one envelope for every integration event. */
@NullMarked
package io.voltledger.api.integration;

import org.jspecify.annotations.NullMarked;
