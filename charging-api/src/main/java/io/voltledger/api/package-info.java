/** The published language of the platform: what every module may say to another. Values shared by all contexts stand here; each context has a package of its own. Plain Java; JSON is the shape on every wire. */
@NullMarked
package io.voltledger.api;

import org.jspecify.annotations.NullMarked;
