/** Tests of the requests of OCPP 2.0.1. */
@NullMarked
package io.voltledger.ocpp.v201.operation;

import org.jspecify.annotations.NullMarked;
