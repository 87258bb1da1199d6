/** What is known of how stations deviate from what they say, and which station is read with what. */
@NullMarked
package io.voltledger.ocpp.quirk;

import org.jspecify.annotations.NullMarked;
