package io.voltledger.node.query;

import io.axoniq.axonserver.grpc.query.QueryResponse;
import io.voltledger.node.wire.ErrorCode;
import java.util.UUID;

/** The router's own answers to queries. */
final class Responses {

    private Responses() {}

    static QueryResponse failure(String request, ErrorCode code, String text) {
        return QueryResponse.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setRequestIdentifier(request)
                .setErrorCode(code.code())
                .setErrorMessage(code.message(text))
                .build();
    }

    static QueryResponse noHandler(String request, String query) {
        return failure(request, ErrorCode.NO_QUERY_HANDLER, "No handler for query: " + query);
    }

    static QueryResponse handlerGone(String request, QueryHandler handler) {
        var text = "Connection to client %s lost while executing query".formatted(handler.clientId());
        return failure(request, ErrorCode.HANDLER_GONE, text);
    }
}
