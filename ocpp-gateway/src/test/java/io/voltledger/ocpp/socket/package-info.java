/** Tests of the package of the same name. */
@NullMarked
package io.voltledger.ocpp.socket;

import org.jspecify.annotations.NullMarked;
