/**
 * The proof that a kill at any step loses no money and takes none twice: small processes of the write side and the sagas
 * end themselves at each side effect in turn, while event store, database and payment provider live on.
 */
@NullMarked
package io.voltledger.crash;

import org.jspecify.annotations.NullMarked;
