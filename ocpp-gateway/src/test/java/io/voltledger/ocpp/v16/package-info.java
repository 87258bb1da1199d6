/** Tests of the package of the same name. */
@NullMarked
package io.voltledger.ocpp.v16;

import org.jspecify.annotations.NullMarked;
