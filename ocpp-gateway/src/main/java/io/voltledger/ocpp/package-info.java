/** The gateway's program and settings: charging stations speak OCPP-J to it, and commands follow. */
@NullMarked
package io.voltledger.ocpp;

import org.jspecify.annotations.NullMarked;
