package io.voltledger.saga.billing;

import io.voltledger.api.payment.OrderId;
import io.voltledger.api.payment.PaymentId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the provider knows an attempt by: follows from the payment's id, so that it is the same whenever it is made. */
final class Orders {

    private static final int LENGTH = 40;

    private Orders() {}

    static OrderId of(PaymentId payment) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(payment.value().getBytes(StandardCharsets.UTF_8));
            return new OrderId("vl-" + HexFormat.of().formatHex(hash).substring(0, LENGTH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
