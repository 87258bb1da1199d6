/** The recorded history, for who must be able to prove what happened. */
@NullMarked
package io.voltledger.api.audit;

import org.jspecify.annotations.NullMarked;
