/** Tests of the package of the same name. */
@NullMarked
package io.voltledger.node.command;

import org.jspecify.annotations.NullMarked;
