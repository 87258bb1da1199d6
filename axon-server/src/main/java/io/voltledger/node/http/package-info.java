/**
 * The HTTP side for people and monitors: health, info, metrics and the list of contexts.
 */
@NullMarked
package io.voltledger.node.http;

import org.jspecify.annotations.NullMarked;
