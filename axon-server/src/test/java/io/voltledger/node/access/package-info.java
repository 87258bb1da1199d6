/** Tests of access control. */
@NullMarked
package io.voltledger.node.access;

import org.jspecify.annotations.NullMarked;
