/**
 * Ways out of a context and into it: export to and import from a file of JSON lines (docs/event-export-format.md), and the copying of all events and
 * snapshots from one server to another over the public API. Each checks all of what it did.
 */
@NullMarked
package io.voltledger.node.transfer;

import org.jspecify.annotations.NullMarked;
