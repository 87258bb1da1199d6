package io.voltledger.saga.payment;

import io.voltledger.api.billing.BillId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which payment an order at the provider belongs to. */
@Repository
public class OrderBook {

    private final JdbcClient jdbc;

    OrderBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param payment as the books refer to it; of a top-up {@code top-up/} and its id
     * @param bill absent where it was for a wallet
     */
    public record Order(String payment, @Nullable BillId bill) {}

    /** Empty where the platform never placed it. */
    public Optional<Order> find(String orderId) {
        return jdbc.sql("select payment_id, bill_id from payment_intent where order_id = :order and kind = 'CHARGE'")
                .param("order", orderId)
                .query((row, number) -> new Order(row.getString("payment_id"), bill(row.getString("bill_id"))))
                .optional();
    }

    private static @Nullable BillId bill(@Nullable String bill) {
        return bill == null ? null : new BillId(bill);
    }
}
