/** The bill of a session: its lines, VAT, what was paid and what is owed. */
@NullMarked
package io.voltledger.api.billing;

import org.jspecify.annotations.NullMarked;
