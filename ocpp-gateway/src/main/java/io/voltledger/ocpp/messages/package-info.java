/** The message log: every frame of every station, kept for a while on this node's own disk, never in a station's way. */
@NullMarked
package io.voltledger.ocpp.messages;

import org.jspecify.annotations.NullMarked;
