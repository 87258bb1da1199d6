package io.voltledger.api.chargepoint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A station's request for a certificate.
 *
 * @param csr the PKCS#10 request in PEM
 * @param sentBy the command that took the certificate to the station
 * @param reason why it was refused
 */
public record CertificateRequestView(
        CertificateRequestId id,
        StationId station,
        State state,
        String csr,
        @Nullable String certificateChain,
        @Nullable StationCommandId sentBy,
        @Nullable String reason,
        Instant requestedAt,
        @Nullable Instant decidedAt) {

    /** How far it is. */
    public enum State {
        PENDING,
        SUPPLIED,
        REFUSED
    }
}
