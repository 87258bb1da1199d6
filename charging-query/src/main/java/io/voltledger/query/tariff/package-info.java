/** Published tariffs, as operators read them. */
@NullMarked
package io.voltledger.query.tariff;

import org.jspecify.annotations.NullMarked;
