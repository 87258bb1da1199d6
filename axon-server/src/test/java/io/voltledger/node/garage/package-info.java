/**
 * A garage with chargers as an application of Spring Boot and Axon Framework, and its office as a second one. Both use Axon Framework's own connector,
 * unchanged and set up by properties alone, as any user of the framework would.
 */
@NullMarked
package io.voltledger.node.garage;

import org.jspecify.annotations.NullMarked;
