/** The structure of the whole, held by rules over every module's classes. */
@NullMarked
package io.voltledger.architecture;

import org.jspecify.annotations.NullMarked;
