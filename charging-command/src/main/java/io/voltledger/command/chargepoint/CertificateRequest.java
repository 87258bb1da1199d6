package io.voltledger.command.chargepoint;

import io.voltledger.api.chargepoint.CertificateRequestCommand;
import io.voltledger.api.chargepoint.CertificateRequestCommand.RefuseCertificate;
import io.voltledger.api.chargepoint.CertificateRequestCommand.RequestCertificate;
import io.voltledger.api.chargepoint.CertificateRequestCommand.SupplyCertificate;
import io.voltledger.api.chargepoint.CertificateRequestEvent;
import io.voltledger.api.chargepoint.CertificateRequestEvent.CertificateRefused;
import io.voltledger.api.chargepoint.CertificateRequestEvent.CertificateRequested;
import io.voltledger.api.chargepoint.CertificateRequestEvent.CertificateSupplied;
import io.voltledger.api.chargepoint.CertificateRequestId;
import io.voltledger.command.Publication;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A station asks for a certificate; an authority makes one, or a person refuses. */
@Aggregate(type = "CertificateRequest")
class CertificateRequest {

    @AggregateIdentifier
    private @Nullable CertificateRequestId request;

    private CertificateRequestDecider.Facts facts = CertificateRequestDecider.Facts.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestCertificate command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SupplyCertificate command) {
        decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RefuseCertificate command) {
        decide(command);
    }

    @EventSourcingHandler
    void on(CertificateRequestEvent event) {
        request = event.request();
        facts = switch (event) {
            case CertificateRequested requested -> new CertificateRequestDecider.Facts(requested.station(), true);
            case CertificateSupplied supplied -> new CertificateRequestDecider.Facts(supplied.station(), false);
            case CertificateRefused refused -> new CertificateRequestDecider.Facts(refused.station(), false);
        };
    }

    private void decide(CertificateRequestCommand command) {
        Publication.publish(CertificateRequestDecider.decide(command, facts));
    }
}
