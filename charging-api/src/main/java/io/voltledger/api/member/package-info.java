/** Drivers and fleets, named by id only: personal data never stands in a message. */
@NullMarked
package io.voltledger.api.member;

import org.jspecify.annotations.NullMarked;
