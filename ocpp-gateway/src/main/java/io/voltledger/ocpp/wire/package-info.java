/** OCPP-J's frames, the same in every version: reading them forgivingly, writing them strictly. */
@NullMarked
package io.voltledger.ocpp.wire;

import org.jspecify.annotations.NullMarked;
