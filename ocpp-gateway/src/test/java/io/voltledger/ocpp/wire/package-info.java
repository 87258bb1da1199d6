/** Tests of the package of the same name. */
@NullMarked
package io.voltledger.ocpp.wire;

import org.jspecify.annotations.NullMarked;
