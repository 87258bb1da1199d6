/** What a connection shows of its identity, and whether that is what is demanded of its station. */
@NullMarked
package io.voltledger.ocpp.security;

import org.jspecify.annotations.NullMarked;
