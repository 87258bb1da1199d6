/** Bills with their lines and what was paid on them, as operators read them. */
@NullMarked
package io.voltledger.query.billing;

import org.jspecify.annotations.NullMarked;
