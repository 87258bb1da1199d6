package io.voltledger.ocpp.security;

import io.voltledger.api.admission.AdmissionTerms;
import io.voltledger.api.admission.PasswordHash;
import io.voltledger.api.admission.RefusalReason;
import io.voltledger.api.admission.SecurityProfile;
import io.voltledger.api.chargepoint.StationId;
import java.util.Objects;
import java.util.Optional;

/** Holds what a connection shows against what is demanded of its station. */
public final class IdentityCheck {

    private final SecurityProfile usual;
    private final PasswordCheck passwords = new PasswordCheck();

    /** @param usual demanded of stations of which nothing else is */
    public IdentityCheck(SecurityProfile usual) {
        this.usual = usual;
    }

    /** Why the connection is not that station's; empty where it is. May take some ten milliseconds of a core. */
    public Optional<RefusalReason> objection(StationId station, AdmissionTerms terms, Presented presented) {
        SecurityProfile demanded = Objects.requireNonNullElse(terms.profile(), usual);
        return switch (demanded) {
            case NONE -> Optional.empty();
            case BASIC -> password(station, terms, presented);
            case TLS_BASIC ->
                presented.tls() ? password(station, terms, presented) : Optional.of(RefusalReason.TLS_MISSING);
            case MUTUAL_TLS ->
                presented.tls() ? certificate(station, terms, presented) : Optional.of(RefusalReason.TLS_MISSING);
        };
    }

    private Optional<RefusalReason> password(StationId station, AdmissionTerms terms, Presented presented) {
        PasswordHash hash = terms.password();
        if (hash == null) {
            return Optional.of(RefusalReason.PASSWORD_NOT_SET);
        }
        Presented.Basic basic = presented.basic();
        if (basic == null || !basic.user().equals(station.value())) {
            return Optional.of(RefusalReason.PASSWORD_MISSING);
        }
        return passwords.isRight(station, hash, basic.password())
                ? Optional.empty()
                : Optional.of(RefusalReason.WRONG_PASSWORD);
    }

    private static Optional<RefusalReason> certificate(StationId station, AdmissionTerms terms, Presented presented) {
        String name = presented.certificateName();
        if (name == null) {
            return Optional.of(RefusalReason.CERTIFICATE_MISSING);
        }
        return name.equals(Objects.requireNonNullElse(terms.certificateName(), station.value()))
                ? Optional.empty()
                : Optional.of(RefusalReason.WRONG_CERTIFICATE);
    }
}
