package io.voltledger.node.adhoc;

/** A query that cannot be understood or carried out; the message is for whoever wrote it. */
final class QueryFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    QueryFault(String message) {
        super(message);
    }

    static QueryFault at(int position, String message) {
        return new QueryFault(message + " (at character " + (position + 1) + ")");
    }
}
