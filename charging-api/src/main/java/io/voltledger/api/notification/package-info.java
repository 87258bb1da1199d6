/** What a member was told, and whether it arrived. */
@NullMarked
package io.voltledger.api.notification;

import org.jspecify.annotations.NullMarked;
