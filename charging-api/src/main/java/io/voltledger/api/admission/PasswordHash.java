package io.voltledger.api.admission;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a station's password: {@code pbkdf2-sha256$ITERATIONS$SALT$HASH}, salt and hash in hex. A password of
 * 32 and more hex digits counts as the octets that it stands for, so that a station may send either form of its
 * AuthorizationKey. JSON: a string.
 */
public record PasswordHash(@JsonValue String value) {

    private static final String SCHEME = "pbkdf2-sha256";
    private static final int ITERATIONS = 60_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final int SHORTEST_HEX = 32;
    private static final int PARTS = 4;
    private static final HexFormat HEX = HexFormat.of();
    private static final SecureRandom RANDOM = new SecureRandom();

    @JsonCreator
    public PasswordHash {
        Identifiers.require("PasswordHash", value, 255);
    }

    /** Costs some ten milliseconds, as {@link #matches} does. */
    public static PasswordHash of(byte[] password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] hash = derive(password, salt, ITERATIONS);
        return new PasswordHash(
                String.join("$", SCHEME, Integer.toString(ITERATIONS), HEX.formatHex(salt), HEX.formatHex(hash)));
    }

    public boolean matches(byte[] password) {
        String[] parts = value.split("\\$");
        if (parts.length != PARTS || !parts[0].equals(SCHEME)) {
            return false;
        }
        byte[] expected = HEX.parseHex(parts[3]);
        return MessageDigest.isEqual(expected, derive(password, HEX.parseHex(parts[2]), Integer.parseInt(parts[1])));
    }

    /** Says nothing of the hash: it must not stand in a log. */
    @Override
    public String toString() {
        return SCHEME;
    }

    private static byte[] derive(byte[] password, byte[] salt, int iterations) {
        char[] characters = HEX.formatHex(octets(password)).toCharArray();
        PBEKeySpec spec = new PBEKeySpec(characters, salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    private static byte[] octets(byte[] password) {
        String text = new String(password, StandardCharsets.ISO_8859_1);
        boolean hex = text.length() >= SHORTEST_HEX
                && text.length() % 2 == 0
                && text.chars().allMatch(HexFormat::isHexDigit);
        return hex ? HEX.parseHex(text) : password;
    }
}
