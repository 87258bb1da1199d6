/** The recorded history of a session with its bill, payments and notifications, for auditors. */
@NullMarked
package io.voltledger.query.audit;

import org.jspecify.annotations.NullMarked;
