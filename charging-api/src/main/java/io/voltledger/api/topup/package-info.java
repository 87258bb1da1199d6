/** Money that a member pays into the wallet by card: charged, credited, and given back where the wallet does not take it. */
@NullMarked
package io.voltledger.api.topup;

import org.jspecify.annotations.NullMarked;
