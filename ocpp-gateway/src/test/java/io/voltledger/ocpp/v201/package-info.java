/** What stations that speak OCPP 2.0.1 are told and what is recorded of them. */
@NullMarked
package io.voltledger.ocpp.v201;

import org.jspecify.annotations.NullMarked;
