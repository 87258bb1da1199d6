package io.voltledger.api.chargepoint;

import io.voltledger.api.Receipt;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The life of a station's request for a certificate. */
public sealed interface CertificateRequestCommand {

    CertificateRequestId request();

    /**
     * A station asks. Repeated while it is pending it changes nothing; after that it is pending again.
     *
     * @param csr the PKCS#10 request in PEM, as it came
     */
    record RequestCertificate(
            @TargetAggregateIdentifier CertificateRequestId request, StationId station, String csr, Receipt receipt)
            implements CertificateRequestCommand {}

    /**
     * A certificate was made and sent to the station. Refused with {@code not-found} where there is no request, with
     * {@code certificate-request-conflict} where it is not pending.
     *
     * @param certificateChain in PEM, leaf first
     * @param sentBy the command that took it to the station
     */
    record SupplyCertificate(
            @TargetAggregateIdentifier CertificateRequestId request,
            String certificateChain,
            StationCommandId sentBy,
            Instant at)
            implements CertificateRequestCommand {}

    /** No certificate will be made. Refused as {@link SupplyCertificate} is. */
    record RefuseCertificate(@TargetAggregateIdentifier CertificateRequestId request, String reason, Instant at)
            implements CertificateRequestCommand {}
}
