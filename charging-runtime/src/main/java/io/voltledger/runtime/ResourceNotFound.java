package io.voltledger.runtime;

/** What a request names does not exist: HTTP 404, problem {@code not-found}. */
public final class ResourceNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what kind and id: {@code bill CP-1:42} */
    public ResourceNotFound(String what) {
        super("There is no " + what);
    }
}
