/** The demo: members, cards, tariffs and simulated stations that charge through the platform's own doors. */
@NullMarked
package io.voltledger.demo;

import org.jspecify.annotations.NullMarked;
