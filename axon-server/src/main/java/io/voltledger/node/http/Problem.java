package io.voltledger.node.http;

import java.util.LinkedHashMap;

/** A request that ends in an error, told as RFC 9457 says. Its type is {@code urn:voltledger:problem:} and the code. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String title;

    /**
     * A problem with its HTTP status, a code for programs such as {@code unknown-context}, and for people a title that is the same each time and the
     * details of this one.
     */
    public Problem(int status, String code, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.title = title;
    }

    /** The request cannot be understood. */
    public static Problem invalid(String detail) {
        return new Problem(400, "invalid-request", "The request is not valid", detail);
    }

    /** There is no such thing. */
    public static Problem notFound(String code, String detail) {
        return new Problem(404, code, "Not found", detail);
    }

    public int status() {
        return status;
    }

    /** The answer that tells it. */
    public Response response() {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:voltledger:problem:" + code);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", getMessage());
        body.put("code", code);
        return Response.of(status, "application/problem+json", Response.write(body));
    }
}
