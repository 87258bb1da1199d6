/** What every REST resource here shares: asking, paging, and the description of the API. */
@NullMarked
package io.voltledger.query.web;

import org.jspecify.annotations.NullMarked;
