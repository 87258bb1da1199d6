/** How members are reached: personal data, mutable, in no event. */
@NullMarked
package io.voltledger.saga.member;

import org.jspecify.annotations.NullMarked;
