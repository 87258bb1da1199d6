package io.voltledger.ocpp.v16;

import io.voltledger.api.chargepoint.StationId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes OCPP 1.6's transaction ids: positive 31-bit numbers that follow from what a start or a stop says, so that a
 * repeated one gets the same id without a look-up, and that nobody can guess without the installation's secret.
 */
final class TransactionIds {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    TransactionIds(String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * @param salt 0, and more where another transaction holds the id
     * @param facts the business key, as the station wrote it
     */
    String idOf(StationId station, int salt, String... facts) {
        Mac mac = mac();
        feed(mac, station.value());
        feed(mac, Integer.toString(salt));
        for (String fact : facts) {
            feed(mac, fact);
        }
        int id = ByteBuffer.wrap(mac.doFinal()).getInt() & Integer.MAX_VALUE;
        return Integer.toString(Math.max(id, 1));
    }

    /** Each part with its length, so that no two lists of facts look the same. */
    private static void feed(Mac mac, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        mac.update(bytes);
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
