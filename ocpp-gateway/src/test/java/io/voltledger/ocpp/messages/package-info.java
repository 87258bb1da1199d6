/** The message log, tested with a real disk. */
@NullMarked
package io.voltledger.ocpp.messages;

import org.jspecify.annotations.NullMarked;
