/** Which tariff a session gets: rules over stations, connectors, token groups, members and time, and the reason that is kept with the session. */
@NullMarked
package io.voltledger.api.pricing;

import org.jspecify.annotations.NullMarked;
