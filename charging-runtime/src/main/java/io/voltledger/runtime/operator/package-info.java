/** Who operates the platform: operators with passwords and roles, where any are configured, and what each role may do and see. */
@NullMarked
package io.voltledger.runtime.operator;

import org.jspecify.annotations.NullMarked;
