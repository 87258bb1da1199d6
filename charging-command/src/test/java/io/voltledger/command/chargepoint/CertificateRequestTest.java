package io.voltledger.command.chargepoint;

import io.voltledger.api.Receipt;
import io.voltledger.api.Rejection;
import io.voltledger.api.chargepoint.CertificateRequestCommand.RefuseCertificate;
import io.voltledger.api.chargepoint.CertificateRequestCommand.RequestCertificate;
import io.voltledger.api.chargepoint.CertificateRequestCommand.SupplyCertificate;
import io.voltledger.api.chargepoint.CertificateRequestEvent.CertificateRefused;
import io.voltledger.api.chargepoint.CertificateRequestEvent.CertificateRequested;
import io.voltledger.api.chargepoint.CertificateRequestEvent.CertificateSupplied;
import io.voltledger.api.chargepoint.CertificateRequestId;
import io.voltledger.api.chargepoint.StationCommandId;
import io.voltledger.api.chargepoint.StationId;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class CertificateRequestTest {

    private static final Instant AT = Instant.parse("2026-11-21T01:00:00Z");
    private static final StationId STATION = new StationId("CP-1");
    private static final CertificateRequestId ID = CertificateRequestId.of(STATION, "csr");
    private static final Receipt FRAME = new Receipt("f1", AT);
    private static final StationCommandId SENT = new StationCommandId("c1");
    private static final RequestCertificate ASK = new RequestCertificate(ID, STATION, "csr", FRAME);
    private static final SupplyCertificate SUPPLY = new SupplyCertificate(ID, "PEM", SENT, AT);
    private static final RefuseCertificate REFUSE = new RefuseCertificate(ID, "nobody knows it", AT);
    private static final CertificateRequested ASKED = new CertificateRequested(ID, STATION, "csr", FRAME);
    private static final CertificateSupplied SUPPLIED = new CertificateSupplied(ID, STATION, "PEM", SENT, AT);
    private static final CertificateRefused REFUSED = new CertificateRefused(ID, STATION, "nobody knows it", AT);

    private final AggregateTestFixture<CertificateRequest> request =
            new AggregateTestFixture<>(CertificateRequest.class);

    @Test
    void isHeardOnceWhileItIsPendingAndAgainAfterwards() {
        request.givenNoPriorActivity().when(ASK).expectEvents(ASKED);
        request.given(ASKED).when(ASK).expectSuccessfulHandlerExecution().expectNoEvents();
        request.given(ASKED, REFUSED).when(ASK).expectEvents(ASKED);
        request.given(ASKED, SUPPLIED).when(ASK).expectEvents(ASKED);
    }

    @Test
    void isDecidedOnce() {
        request.given(ASKED).when(SUPPLY).expectEvents(SUPPLIED);
        request.given(ASKED).when(REFUSE).expectEvents(REFUSED);
        Rejection decided = new Rejection(
                "certificate-request-conflict", "Certificate request " + ID.value() + " is decided already");
        request.given(ASKED, SUPPLIED).when(SUPPLY).expectNoEvents().expectExceptionDetails(decided);
        request.given(ASKED, REFUSED).when(SUPPLY).expectNoEvents().expectExceptionDetails(decided);
    }

    @Test
    void isNotDecidedBeforeAnybodyAsked() {
        request.givenNoPriorActivity()
                .when(SUPPLY)
                .expectNoEvents()
                .expectExceptionDetails(
                        new Rejection(Rejection.NOT_FOUND, "There is no certificate request " + ID.value()));
    }
}
