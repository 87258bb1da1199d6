/** Tests of the package of the same name. */
@NullMarked
package io.voltledger.ocpp.reading;

import org.jspecify.annotations.NullMarked;
