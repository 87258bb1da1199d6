package io.voltledger.node.query;

import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.ProcessingInstruction;
import io.axoniq.axonserver.grpc.ProcessingKey;
import io.axoniq.axonserver.grpc.query.QueryRequest;
import java.util.Optional;

/** Processing instructions of queries. */
final class Instructions {

    private static final ProcessingInstruction SERVER_STREAMS = ProcessingInstruction.newBuilder()
            .setKey(ProcessingKey.SERVER_SUPPORTS_STREAMING)
            .setValue(MetaDataValue.newBuilder().setBooleanValue(true))
            .build();

    private Instructions() {}

    static boolean clientStreams(QueryRequest request) {
        return value(request, ProcessingKey.CLIENT_SUPPORTS_STREAMING)
                .map(MetaDataValue::getBooleanValue)
                .orElse(false);
    }

    static QueryRequest serverStreams(QueryRequest request) {
        return request.toBuilder().addProcessingInstructions(SERVER_STREAMS).build();
    }

    static long priority(QueryRequest request) {
        return value(request, ProcessingKey.PRIORITY)
                .map(MetaDataValue::getNumberValue)
                .orElse(0L);
    }

    private static Optional<MetaDataValue> value(QueryRequest request, ProcessingKey key) {
        return request.getProcessingInstructionsList().stream()
                .filter(instruction -> instruction.getKey() == key)
                .map(ProcessingInstruction::getValue)
                .findFirst();
    }
}
