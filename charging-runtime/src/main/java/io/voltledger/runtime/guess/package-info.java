/** Wrong passwords, counted for each name from each address: who guesses is not listened to for a while. */
@NullMarked
package io.voltledger.runtime.guess;

import org.jspecify.annotations.NullMarked;
