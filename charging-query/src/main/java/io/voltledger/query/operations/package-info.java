/** What the platform cannot go on with, of all modules, in one list for operators. */
@NullMarked
package io.voltledger.query.operations;

import org.jspecify.annotations.NullMarked;
