/** OCPP's functional blocks free of any version: each turns a station's fact into one command and comes back when the fact is durable. */
@NullMarked
package io.voltledger.ocpp.block;

import org.jspecify.annotations.NullMarked;
