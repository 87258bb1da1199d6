/** Tests of the query language by itself. */
@NullMarked
package io.voltledger.node.adhoc;

import org.jspecify.annotations.NullMarked;
