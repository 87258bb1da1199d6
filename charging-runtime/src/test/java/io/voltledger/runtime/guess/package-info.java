@NullMarked
package io.voltledger.runtime.guess;

import org.jspecify.annotations.NullMarked;
