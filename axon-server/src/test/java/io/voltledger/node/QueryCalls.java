package io.voltledger.node;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.ErrorCategory;
import io.axoniq.axonserver.connector.ResultStream;
import io.axoniq.axonserver.connector.query.QueryDefinition;
import io.axoniq.axonserver.connector.query.QueryHandler;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.query.QueryRequest;
import io.axoniq.axonserver.grpc.query.QueryResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Queries for tests, their handlers and answers. */
final class QueryCalls {

    private QueryCalls() {}

    static final QueryDefinition FIND = new QueryDefinition("Find", String.class);

    static SerializedObject object(String text) {
        return SerializedObject.newBuilder()
                .setType("text")
                .setData(ByteString.copyFromUtf8(text))
                .build();
    }

    static QueryRequest query(String name) {
        return QueryRequest.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setQuery(name)
                .setPayload(object("what"))
                .build();
    }

    static QueryResponse response(QueryRequest request, String text) {
        return QueryResponse.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setRequestIdentifier(request.getMessageIdentifier())
                .setPayload(object(text))
                .build();
    }

    static String text(QueryResponse response) {
        return response.getPayload().getData().toStringUtf8();
    }

    static void handle(AxonServerConnection application, QueryHandler handler) throws Exception {
        application.queryChannel().registerQueryHandler(handler, FIND).awaitAck(5, SECONDS);
    }

    static QueryHandler answering(String... answers) {
        return (request, reply) -> {
            for (var answer : answers) {
                reply.send(response(request, answer));
            }
            reply.complete();
        };
    }

    static QueryHandler failing() {
        return (request, reply) -> {
            reply.send(QueryResponse.newBuilder()
                    .setRequestIdentifier(request.getMessageIdentifier())
                    .setErrorCode(ErrorCategory.QUERY_EXECUTION_ERROR.errorCode())
                    .build());
            reply.complete();
        };
    }

    static List<QueryResponse> all(ResultStream<QueryResponse> results) throws InterruptedException {
        var all = new ArrayList<QueryResponse>();
        while (results.nextIfAvailable(10, SECONDS) instanceof QueryResponse next) {
            all.add(next);
        }
        return all;
    }
}
