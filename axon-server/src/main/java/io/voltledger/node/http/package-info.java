/**
 * The HTTP side for people and monitors: a small router to which every part of the node adds its routes, with one filter before all of them.
 */
@NullMarked
package io.voltledger.node.http;

import org.jspecify.annotations.NullMarked;
