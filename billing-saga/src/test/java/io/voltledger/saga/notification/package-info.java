/** What drivers read. */
@NullMarked
package io.voltledger.saga.notification;

import org.jspecify.annotations.NullMarked;
