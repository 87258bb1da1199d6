package io.voltledger.node.http;

import java.io.IOException;

/**
 * Stands before every handler, and before the answers that no handler gives (404, 405). It knows the route that the request matched, passes the request
 * on to the next, or answers itself, or throws a {@link Problem}.
 */
@FunctionalInterface
public interface Filter {

    /** Lets everything pass. */
    Filter NONE = (request, next) -> next.handle(request);

    Response filter(Request request, Handler next) throws IOException;
}
