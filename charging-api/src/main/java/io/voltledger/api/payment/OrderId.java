package io.voltledger.api.payment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the payment provider knows an attempt by: ours, unique for each attempt, and what an unknown outcome is asked by.
 * JSON: a string.
 *
 * @param value 6 to 64 characters of A-Z a-z 0-9 - _ (Toss Payments' rule)
 */
public record OrderId(@JsonValue String value) {

    private static final int HASH_LENGTH = 40;

    @JsonCreator
    public OrderId {
        if (!value.matches("[A-Za-z0-9_-]{6,64}")) {
            throw new IllegalArgumentException("OrderId is not 6 to 64 of A-Z a-z 0-9 - _: " + value);
        }
    }

    /** Follows from what it is for, so that it is the same whenever it is made. */
    public static OrderId standingFor(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return new OrderId("vl-" + HexFormat.of().formatHex(hash).substring(0, HASH_LENGTH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
