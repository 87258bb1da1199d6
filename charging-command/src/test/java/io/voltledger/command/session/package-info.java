/** Tests of the package of the same name. */
@NullMarked
package io.voltledger.command.session;

import org.jspecify.annotations.NullMarked;
