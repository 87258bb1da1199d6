package io.voltledger.node.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens, and knows them again by a keyed hash: who reads the file of applications learns no token from it. */
final class TokenHash {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    TokenHash(byte[] key) {
        if (key.length < BYTES) {
            throw new IllegalArgumentException("The key of the token hashes is too short");
        }
        this.key = key.clone();
    }

    /** A new key. */
    static TokenHash create() {
        return new TokenHash(random());
    }

    /** A new token: 256 random bits, 43 characters that are safe in a header. */
    static String newToken() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random());
    }

    private static byte[] random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    byte[] key() {
        return key.clone();
    }

    byte[] of(String token) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(token.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot hash tokens", e);
        }
    }

    /** Takes the same time wherever the first difference is. */
    static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }
}
