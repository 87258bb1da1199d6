/** Events that a processor failed on and set aside in the framework's dead-letter queues: read, tried again, left out. */
@NullMarked
package io.voltledger.runtime.letter;

import org.jspecify.annotations.NullMarked;
