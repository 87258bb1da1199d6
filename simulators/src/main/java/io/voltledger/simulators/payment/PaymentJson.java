package io.voltledger.simulators.payment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Toss Payments' payment object and errors. */
final class PaymentJson {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final int VAT_DIVISOR = 11;

    private final ObjectMapper mapper;

    PaymentJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String payment(Capture capture) {
        ObjectNode payment = mapper.createObjectNode();
        long vat = (2 * capture.amount() + VAT_DIVISOR) / (2 * VAT_DIVISOR);
        payment.put("version", "2022-11-16")
                .put("paymentKey", capture.paymentKey())
                .put("type", "BILLING")
                .put("orderId", capture.orderId())
                .put("orderName", capture.orderName())
                .put("status", capture.status())
                .put("currency", "KRW")
                .put("method", "카드")
                .put("totalAmount", capture.amount())
                .put("balanceAmount", capture.balance())
                .put("suppliedAmount", capture.amount() - vat)
                .put("vat", vat)
                .put("taxFreeAmount", 0)
                .put("approvedAt", time(capture.approvedAt()));
        if (capture.cancels().isEmpty()) {
            payment.putNull("cancels");
        } else {
            ArrayNode cancels = payment.putArray("cancels");
            capture.cancels()
                    .forEach(cancel -> cancels.addObject()
                            .put("cancelAmount", cancel.amount())
                            .put("cancelReason", cancel.reason())
                            .put("canceledAt", time(cancel.cancelledAt())));
        }
        payment.putNull("failure");
        return payment.toString();
    }

    Answer error(int status, String code) {
        return new Answer(
                status,
                mapper.createObjectNode()
                        .put("code", code)
                        .put("message", "simulated: " + code)
                        .toString());
    }

    String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atZone(SEOUL));
    }
}
