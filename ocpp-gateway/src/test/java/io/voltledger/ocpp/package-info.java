/** The gateway as stations meet it: real sockets in front, an in-memory command bus behind. */
@NullMarked
package io.voltledger.ocpp;

import org.jspecify.annotations.NullMarked;
