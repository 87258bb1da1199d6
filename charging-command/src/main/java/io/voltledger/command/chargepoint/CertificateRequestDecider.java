package io.voltledger.command.chargepoint;

import io.voltledger.api.chargepoint.CertificateRequestCommand;
import io.voltledger.api.chargepoint.CertificateRequestCommand.RefuseCertificate;
import io.voltledger.api.chargepoint.CertificateRequestCommand.RequestCertificate;
import io.voltledger.api.chargepoint.CertificateRequestCommand.SupplyCertificate;
import io.voltledger.api.chargepoint.CertificateRequestEvent;
import io.voltledger.api.chargepoint.CertificateRequestEvent.CertificateRefused;
import io.voltledger.api.chargepoint.CertificateRequestEvent.CertificateRequested;
import io.voltledger.api.chargepoint.CertificateRequestEvent.CertificateSupplied;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.command.Decision;
import org.jspecify.annotations.Nullable;

/** A request is decided once; a station that asks again is heard again. */
final class CertificateRequestDecider {

    /** @param station absent before it asked */
    record Facts(@Nullable StationId station, boolean pending) {
        static final Facts NONE = new Facts(null, false);
    }

    private CertificateRequestDecider() {}

    static Decision<CertificateRequestEvent> decide(CertificateRequestCommand command, Facts facts) {
        StationId station = facts.station();
        if (command instanceof RequestCertificate request) {
            return facts.pending()
                    ? Decision.nothing()
                    : Decision.of(new CertificateRequested(
                            request.request(), request.station(), request.csr(), request.receipt()));
        }
        if (station == null) {
            return Decision.notFound("certificate request " + command.request().value());
        }
        if (!facts.pending()) {
            return Decision.refused(
                    "certificate-request-conflict",
                    "Certificate request " + command.request().value() + " is decided already");
        }
        return switch (command) {
            case RequestCertificate request -> Decision.nothing();
            case SupplyCertificate supply ->
                Decision.of(new CertificateSupplied(
                        supply.request(), station, supply.certificateChain(), supply.sentBy(), supply.at()));
            case RefuseCertificate refuse ->
                Decision.of(new CertificateRefused(refuse.request(), station, refuse.reason(), refuse.at()));
        };
    }
}
