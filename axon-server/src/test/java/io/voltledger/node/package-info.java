/** Contract tests of the node through the official connector and Axon Framework. */
@NullMarked
package io.voltledger.node;

import org.jspecify.annotations.NullMarked;
