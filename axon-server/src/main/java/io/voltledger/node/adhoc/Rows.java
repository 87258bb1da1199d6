package io.voltledger.node.adhoc;

import io.axoniq.axonserver.grpc.event.ColumnsResponse;
import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.QueryEventsResponse;
import io.axoniq.axonserver.grpc.event.QueryValue;
import io.axoniq.axonserver.grpc.event.RowResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as the public API sends them. */
final class Rows {

    static final QueryEventsResponse CAUGHT_UP = QueryEventsResponse.newBuilder()
            .setFilesCompleted(Confirmation.newBuilder().setSuccess(true))
            .build();

    private Rows() {}

    static QueryEventsResponse columns(List<String> columns) {
        return QueryEventsResponse.newBuilder()
                .setColumns(ColumnsResponse.newBuilder().addAllColumn(columns))
                .build();
    }

    static QueryEventsResponse row(List<String> columns, Row row) {
        var response = RowResponse.newBuilder();
        row.id().forEach(value -> response.addIdValues(value(value)));
        row.order().forEach(value -> response.addSortValues(value(value)));
        columns.forEach(column -> response.putValues(column, value(row.value(column))));
        return QueryEventsResponse.newBuilder().setRow(response).build();
    }

    private static QueryValue value(@Nullable Object value) {
        var builder = QueryValue.newBuilder();
        return switch (value) {
            case null -> builder.build();
            case Long number -> builder.setNumberValue(number).build();
            case Double number -> builder.setDoubleValue(number).build();
            case Boolean truth -> builder.setBooleanValue(truth).build();
            default -> builder.setTextValue(Values.text(value)).build();
        };
    }
}
