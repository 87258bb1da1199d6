/** What a request must look like before it goes to a station: named fields of texts, words, numbers, times, lists. */
@NullMarked
package io.voltledger.ocpp.shape;

import org.jspecify.annotations.NullMarked;
