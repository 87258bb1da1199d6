/** Shows who may come in as which station, who was refused, and who waits. */
@NullMarked
package io.voltledger.query.admission;

import org.jspecify.annotations.NullMarked;
