/** Stations and their connectors: registration, connection, boot, status, and commands to a station. */
@NullMarked
package io.voltledger.api.chargepoint;

import org.jspecify.annotations.NullMarked;
