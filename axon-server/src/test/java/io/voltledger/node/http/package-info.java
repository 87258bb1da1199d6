/** Tests of the HTTP side alone. */
@NullMarked
package io.voltledger.node.http;

import org.jspecify.annotations.NullMarked;
