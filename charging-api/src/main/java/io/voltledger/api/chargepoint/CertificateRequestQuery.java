package io.voltledger.api.chargepoint;

import io.voltledger.api.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about stations' requests for certificates. */
public sealed interface CertificateRequestQuery {

    /** Answers an {@code Optional<CertificateRequestView>}. */
    record FindCertificateRequest(CertificateRequestId request) implements CertificateRequestQuery {}

    /** Answers a {@link CertificateRequestPage}, latest first. What is absent does not restrict. */
    record ListCertificateRequests(
            @Nullable StationId station, CertificateRequestView.@Nullable State state, PageRequest page)
            implements CertificateRequestQuery {}

    /** @param next cursor of the following page; absent at the end */
    record CertificateRequestPage(
            List<CertificateRequestView> items, @Nullable String next) {}
}
