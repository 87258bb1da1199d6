/**
 * Ad hoc queries over a context's events or snapshots: a small pipeline language of filters and projections, parsed into steps
 * and run as the log is read. What it can do is in {@code docs/ad-hoc-queries.md}.
 */
@NullMarked
package io.voltledger.node.adhoc;

import org.jspecify.annotations.NullMarked;
