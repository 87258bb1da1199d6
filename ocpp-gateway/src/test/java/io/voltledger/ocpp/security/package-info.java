/** Security profiles over real sockets, from the operator's demand to the refused handshake. */
@NullMarked
package io.voltledger.ocpp.security;

import org.jspecify.annotations.NullMarked;
