/** The mail sink over a real connection. */
@NullMarked
package io.voltledger.simulators.mail;

import org.jspecify.annotations.NullMarked;
