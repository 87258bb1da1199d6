package io.voltledger.ocpp.security;

import io.voltledger.api.admission.PasswordHash;
import io.voltledger.api.chargepoint.StationId;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Compares passwords with their hashes, which is slow on purpose: at most one comparison a core at a time, and a password
 * that was right is known again by a keyed digest, so that a fleet that comes back at once is let in at once.
 */
final class PasswordCheck {

    private static final String DIGEST = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private record Proven(PasswordHash hash, byte[] digest) {}

    private final Map<StationId, Proven> proven = new ConcurrentHashMap<>();
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final SecretKeySpec key;

    PasswordCheck() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, DIGEST);
    }

    /** Only what is right is kept: guesses take no memory. */
    boolean isRight(StationId station, PasswordHash hash, byte[] password) {
        byte[] digest = digest(password);
        Proven known = proven.get(station);
        if (known != null && known.hash().equals(hash) && MessageDigest.isEqual(known.digest(), digest)) {
            return true;
        }
        cores.acquireUninterruptibly();
        try {
            boolean right = hash.matches(password);
            if (right) {
                proven.put(station, new Proven(hash, digest));
            }
            return right;
        } finally {
            cores.release();
        }
    }

    private byte[] digest(byte[] password) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(key);
            return mac.doFinal(password);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + DIGEST, e);
        }
    }
}
