/** A mail server that keeps what it is sent: for the demo and for tests that read what a driver was told. */
@NullMarked
package io.voltledger.simulators.mail;

import org.jspecify.annotations.NullMarked;
