package io.voltledger.node.adhoc;

import io.axoniq.axonserver.grpc.event.Event;
import io.voltledger.node.wire.ErrorCode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One property of payloads, found as the functions {@code jsonpath} and {@code xpath} of a query find it. */
public final class PayloadProperty {

    private final Function<String, @Nullable Object> reading;

    private PayloadProperty(Function<String, @Nullable Object> reading) {
        this.reading = reading;
    }

    /** Throws INVALID_QUERY for a format other than JSON and XML, and for what is no expression of its kind. */
    public static PayloadProperty of(String format, String expression) {
        try {
            return switch (format.toUpperCase(Locale.ROOT)) {
                case "JSON" -> json(expression);
                case "XML" -> xml(expression);
                default -> throw new QueryFault("Payloads are JSON or XML, not " + format);
            };
        } catch (QueryFault fault) {
            throw ErrorCode.INVALID_QUERY.failure(String.valueOf(fault.getMessage()));
        }
    }

    private static PayloadProperty json(String expression) {
        Documents.json("{}", expression);
        return new PayloadProperty(payload -> Documents.json(payload, expression));
    }

    private static PayloadProperty xml(String expression) {
        Documents.xml("<none/>", expression, "STRING");
        return new PayloadProperty(payload -> Documents.xml(payload, expression, "STRING"));
    }

    /** The value as text; none where the payload is of another format or has no such property. */
    public Optional<String> value(Event event) {
        try {
            return Optional.ofNullable(
                            reading.apply(event.getPayload().getData().toStringUtf8()))
                    .map(Values::text)
                    .filter(text -> !text.isEmpty());
        } catch (QueryFault notForThisEvent) {
            return Optional.empty();
        }
    }
}
