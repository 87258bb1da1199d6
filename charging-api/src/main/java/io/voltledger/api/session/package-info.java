/** One charge from start to stop: meter readings, energy and cost so far, and what looked odd. */
@NullMarked
package io.voltledger.api.session;

import org.jspecify.annotations.NullMarked;
