/** Which station is read with which quirk profile. */
@NullMarked
package io.voltledger.ocpp.quirk;

import org.jspecify.annotations.NullMarked;
