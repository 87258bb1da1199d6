/** Tests of what a fleet's day must prove. */
@NullMarked
package io.voltledger.simulators.life;

import org.jspecify.annotations.NullMarked;
