/** Sessions as operators read them, their curves, and the stream of live ones. */
@NullMarked
package io.voltledger.query.session;

import org.jspecify.annotations.NullMarked;
