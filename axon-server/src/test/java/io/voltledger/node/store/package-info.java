/** Tests of the event log without the network. */
@NullMarked
package io.voltledger.node.store;

import org.jspecify.annotations.NullMarked;
