/** What stacks of profiles allow. */
@NullMarked
package io.voltledger.query.smartcharging;

import org.jspecify.annotations.NullMarked;
