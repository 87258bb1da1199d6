package io.voltledger.api.chargepoint;

import io.voltledger.api.Receipt;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What became of a station's request for a certificate. */
public sealed interface CertificateRequestEvent {

    CertificateRequestId request();

    StationId station();

    @Revision("1")
    record CertificateRequested(CertificateRequestId request, StationId station, String csr, Receipt receipt)
            implements CertificateRequestEvent {}

    @Revision("1")
    record CertificateSupplied(
            CertificateRequestId request,
            StationId station,
            String certificateChain,
            StationCommandId sentBy,
            Instant suppliedAt)
            implements CertificateRequestEvent {}

    @Revision("1")
    record CertificateRefused(CertificateRequestId request, StationId station, String reason, Instant refusedAt)
            implements CertificateRequestEvent {}
}
