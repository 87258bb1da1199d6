package io.voltledger.api.chargepoint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.voltledger.api.Identifiers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A station's request for a certificate: the same for the same request, however often it comes. JSON: a string,
 * {@code CP-1@5d41...}. {@link #toString} is the aggregate identifier in the event store.
 *
 * @param value station id, at sign, the first 32 hex digits of the SHA-256 of the request
 */
public record CertificateRequestId(@JsonValue String value) {

    private static final int DIGITS = 32;

    @JsonCreator
    public CertificateRequestId {
        Identifiers.require("CertificateRequestId", value, 128);
    }

    /** @param csr in PEM, as it came */
    public static CertificateRequestId of(StationId station, String csr) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(csr.getBytes(StandardCharsets.UTF_8));
            return new CertificateRequestId(
                    station.value() + "@" + HexFormat.of().formatHex(hash).substring(0, DIGITS));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "certificate-request/" + value;
    }
}
