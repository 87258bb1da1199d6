package io.voltledger.node.query;

import io.axoniq.axonserver.grpc.query.QueryResponse;

/** What a query that is being answered does with what its handlers send. */
sealed interface AnswerCollector permits ActiveQuery, StreamingQuery {

    void respond(QueryHandler handler, QueryResponse response);

    /** A handler has finished; the answer says whether the query is over. */
    boolean finish(QueryHandler handler);

    boolean involves(QueryHandler handler);

    boolean isWanted();

    /** The query has gone out to a handler. */
    void sent(QueryHandler handler);

    /** The asker has lost interest. */
    void cancelled();
}
