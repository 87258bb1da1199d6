package io.voltledger.node.http;

import java.io.IOException;

/** What answers the requests of a route. A {@link Problem} that it throws becomes the answer; anything else is a 500. */
@FunctionalInterface
public interface Handler {

    Response handle(Request request) throws IOException;
}
