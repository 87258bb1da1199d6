/** OCPP 2.0.1: its payloads to and from the functional blocks. */
@NullMarked
package io.voltledger.ocpp.v201;

import org.jspecify.annotations.NullMarked;
