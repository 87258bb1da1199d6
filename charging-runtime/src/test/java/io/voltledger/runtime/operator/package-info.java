@NullMarked
package io.voltledger.runtime.operator;

import org.jspecify.annotations.NullMarked;
