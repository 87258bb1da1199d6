/**
 * Who may use the node: applications with an access token and roles per context, the file that keeps them, and the check in front of every call. A call
 * names its context and its token in headers; a change of an application reaches calls that are already open.
 */
@NullMarked
package io.voltledger.node.access;

import org.jspecify.annotations.NullMarked;
