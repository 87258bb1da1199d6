/** What members were told, as operators read it. */
@NullMarked
package io.voltledger.query.notification;

import org.jspecify.annotations.NullMarked;
