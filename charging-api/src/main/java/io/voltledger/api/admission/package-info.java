/** Who may come in as which station: security profiles, passwords, handshakes that were refused, stations that wait. */
@NullMarked
package io.voltledger.api.admission;

import org.jspecify.annotations.NullMarked;
