/** The web console: pages rendered on the server, filled from the same queries as the REST interface. */
@NullMarked
package io.voltledger.query.console;

import org.jspecify.annotations.NullMarked;
