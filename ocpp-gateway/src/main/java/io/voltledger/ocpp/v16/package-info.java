/** OCPP 1.6: its payloads to and from the functional blocks. */
@NullMarked
package io.voltledger.ocpp.v16;

import org.jspecify.annotations.NullMarked;
