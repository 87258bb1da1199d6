package io.voltledger.ocpp.security;

import io.voltledger.api.admission.AdmissionTerms;
import io.voltledger.api.admission.PasswordHash;
import io.voltledger.api.admission.RefusalReason;
import io.voltledger.api.admission.SecurityProfile;
import io.voltledger.api.chargepoint.StationId;
import io.voltledger.runtime.guess.Guesser;
import io.voltledger.runtime.guess.Guesses;
import java.util.Objects;
import java.util.Optional;

/** Holds what a connection shows against what is demanded of its station. */
public final class IdentityCheck {

    private final SecurityProfile usual;
    private final Guesses guesses;
    private final PasswordCheck passwords = new PasswordCheck();

    /**
     * @param usual demanded of stations of which nothing else is
     * @param guesses at stations' passwords
     */
    public IdentityCheck(SecurityProfile usual, Guesses guesses) {
        this.usual = usual;
        this.guesses = guesses;
    }

    /**
     * Why the connection is not that station's; empty where it is. May take some ten milliseconds of a core.
     *
     * @param address from which it comes
     */
    public Optional<Objection> objection(StationId station, AdmissionTerms terms, Presented presented, String address) {
        SecurityProfile demanded = Objects.requireNonNullElse(terms.profile(), usual);
        return switch (demanded) {
            case NONE -> Optional.empty();
            case BASIC -> password(station, terms, presented, address);
            case TLS_BASIC ->
                presented.tls()
                        ? password(station, terms, presented, address)
                        : Optional.of(Objection.to(RefusalReason.TLS_MISSING));
            case MUTUAL_TLS ->
                (presented.tls() ? certificate(station, terms, presented) : Optional.of(RefusalReason.TLS_MISSING))
                        .map(Objection::to);
        };
    }

    private Optional<Objection> password(StationId station, AdmissionTerms terms, Presented presented, String address) {
        PasswordHash hash = terms.password();
        if (hash == null) {
            return Optional.of(Objection.to(RefusalReason.PASSWORD_NOT_SET));
        }
        Presented.Basic basic = presented.basic();
        if (basic == null || !basic.user().equals(station.value())) {
            return Optional.of(Objection.to(RefusalReason.PASSWORD_MISSING));
        }
        return compared(station, hash, basic, new Guesser(station.value(), address, hash));
    }

    private Optional<Objection> compared(StationId station, PasswordHash hash, Presented.Basic basic, Guesser guesser) {
        if (guesses.pause(guesser).isPresent()) {
            return Optional.of(Objection.UNHEARD);
        }
        if (passwords.isRight(station, hash, basic.password())) {
            return guesses.right(guesser).map(pause -> Objection.UNHEARD);
        }
        return Optional.of(
                guesses.wrong(guesser).isPresent() ? Objection.UNHEARD : Objection.to(RefusalReason.WRONG_PASSWORD));
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
