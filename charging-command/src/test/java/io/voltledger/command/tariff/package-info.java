/** Tests of the package of the same name. */
@NullMarked
package io.voltledger.command.tariff;

import org.jspecify.annotations.NullMarked;
