/**
 * What every runtime module needs to run on Axon Framework and Spring Boot: the order of auto-configurations, message
 * serialisation, context that travels with messages, migrations, problems over HTTP, health. It knows no context of the
 * domain.
 */
@NullMarked
package io.voltledger.runtime;

import org.jspecify.annotations.NullMarked;
